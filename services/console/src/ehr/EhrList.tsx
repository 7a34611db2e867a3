import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useApi } from '../api/context';
import type { EhrCheck, EhrClient } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { LANGUAGE_NAMES } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { RemoveEhr } from './RemoveEhr';
import { EHR_CLIENTS_KEY } from './use-ehr-clients';

function Steps({ steps }: Pick<EhrCheck, 'steps'>) {
  const { t } = useWords();
  return (
    <ul className="small" role="status">
      {steps.map(({ step, outcome, status }) => (
        <li key={step}>
          {t(`ehr.step.${step}`)}: {t(`ehr.outcome.${outcome}`)}
          {status !== null && outcome !== 'ok' && ` (${String(status)})`}
        </li>
      ))}
    </ul>
  );
}

function Row({ system }: { system: EhrClient }) {
  const api = useApi();
  const client = useQueryClient();
  const { t } = useWords();
  const { id, name, issuer, fhirBaseUrl, origins, language } = system;
  const check = useMutation({ mutationFn: () => api.ehr.check(id) });
  const remove = useMutation({
    mutationFn: () => api.ehr.remove(id),
    onSuccess: () => client.invalidateQueries({ queryKey: EHR_CLIENTS_KEY }),
  });
  return (
    <li data-ehr={id}>
      <div>
        <h3>{name}</h3>
        <p>
          {issuer} · {fhirBaseUrl}
        </p>
        {check.data !== undefined && <Steps steps={check.data.steps} />}
        {check.error !== null && <ErrorNotice error={check.error} safe={t('ehr.notChecked')} />}
        {remove.error !== null && <ErrorNotice error={remove.error} safe={t('ehr.notRemoved')} />}
      </div>
      <p className="about">
        <span lang={language}>{LANGUAGE_NAMES[language]}</span>
        <span>{t('ehr.origins', { count: origins.length })}</span>
      </p>
      <p className="about">
        <span>
          <Button
            className="link"
            isDisabled={check.isPending}
            onPress={() => {
              check.mutate();
            }}
          >
            {t(check.isPending ? 'ehr.checking' : 'ehr.check')} <span className="vh">{name}</span>
          </Button>
        </span>
        <span>
          <RemoveEhr
            name={name}
            busy={remove.isPending}
            onRemove={() => {
              remove.mutate();
            }}
          />
        </span>
      </p>
    </li>
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
