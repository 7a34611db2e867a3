import { useApi } from '../api/context';
import type { LtiRegistration } from '../api/types';
import { SystemCard } from '../connections/SystemCard';
import { useWords } from '../i18n/use-words';
import { REGISTRATIONS_KEY } from './use-platforms';

function Platform({ platform }: { platform: LtiRegistration }) {
  const api = useApi();
  const { t } = useWords();
  const { id, name, issuer, clientId, frameOrigins } = platform;
  return (
    <SystemCard
      id={id}
      name={name}
      where={`${issuer} · ${clientId}`}
      listKey={REGISTRATIONS_KEY}
      sure={t('platforms.removeSure', { name })}
      notRemoved={t('platforms.notRemoved')}
      onCheck={async () => {
        const { steps } = await api.platforms.check(id);
        return steps.map(({ step, ...came }) => ({ what: t(`platforms.step.${step}`), ...came }));
      }}
      onRemove={() => api.platforms.remove(id)}
    >
      <span>{t('platforms.frames', { count: frameOrigins.length })}</span>
    </SystemCard>
  );
}

/** The learning platforms of the institution, newest first. */
export function Registrations({ platforms }: { platforms: readonly LtiRegistration[] }) {
  const { t } = useWords();
  return (
    <>
      <p className="small soft">{t('platforms.count', { count: platforms.length })}</p>
      <ol className="cards" data-testid="platforms">
        {platforms.map((platform) => (
          <Platform key={platform.id} platform={platform} />
        ))}
      </ol>
    </>
  );
}
