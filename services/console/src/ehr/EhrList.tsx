import { useApi } from '../api/context';
import type { EhrClient } from '../api/types';
import { SystemCard } from '../connections/SystemCard';
import { LANGUAGE_NAMES } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { EHR_CLIENTS_KEY } from './use-ehr-clients';

function Row({ system }: { system: EhrClient }) {
  const api = useApi();
  const { t } = useWords();
  const { id, name, issuer, fhirBaseUrl, origins, language, smart } = system;
  return (
    <SystemCard
      id={id}
      name={name}
      where={`${issuer} · ${fhirBaseUrl}`}
      listKey={EHR_CLIENTS_KEY}
      sure={t('ehr.removeSure', { name })}
      notRemoved={t('ehr.notRemoved')}
      onCheck={async () => {
        const { steps } = await api.ehr.check(id);
        return steps.map(({ step, ...came }) => ({ what: t(`ehr.step.${step}`), ...came }));
      }}
      onRemove={() => api.ehr.remove(id)}
    >
      <span lang={language}>{LANGUAGE_NAMES[language]}</span>
      <span>{t('ehr.origins', { count: origins.length })}</span>
      <span>{smart === null ? t('ehr.noSmart') : t('ehr.smart', { clientId: smart.clientId })}</span>
    </SystemCard>
  );
}

/** The training EHRs of the institution, newest first. */
export function EhrList({ clients }: { clients: readonly EhrClient[] }) {
  const { t } = useWords();
  return (
    <>
      <p className="small soft">{t('ehr.count', { count: clients.length })}</p>
      <ol className="cards" data-testid="ehr-clients">
        {clients.map((system) => (
          <Row key={system.id} system={system} />
        ))}
      </ol>
    </>
  );
}
