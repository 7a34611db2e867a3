import { useApi } from '../api/context';
import { Copyable } from '../connections/Copyable';
import { type FormLine, RegisterForm } from '../connections/RegisterForm';
import { useWords } from '../i18n/use-words';
import { inputOf, type Line, LINES, OPTIONAL, ROSTER_SWITCH } from './platform-form';
import { REGISTRATIONS_KEY, useConfiguration } from './use-platforms';

/** Our addresses, which the platform asks for. */
function OwnAddresses() {
  const { t } = useWords();
  const { data } = useConfiguration();
  if (data === undefined) return null;
  return (
    <section aria-labelledby="h-own-addresses">
      <h2 id="h-own-addresses">{t('platforms.own')}</h2>
      <Copyable label={t('platforms.ownLogin')} value={data.oidc_initiation_url} />
      <Copyable label={t('platforms.ownLaunch')} value={data.target_link_uri} />
      <Copyable label={t('platforms.ownKeys')} value={data.public_jwk_url} />
    </section>
  );
}

/** Registers a platform by hand, where it knows no links. */
export function RegisterPlatform() {
  const api = useApi();
  const { t } = useWords();
  const switches = ROSTER_SWITCH.map((value) => ({ value, label: t(`platforms.roster.${value}`) }));
  const lines = LINES.map((line): FormLine<Line> => ({
    line,
    label: t(`platforms.field.${line}`),
    ...(line === 'roster' ? { options: switches } : { hint: t(`platforms.fieldHint.${line}`) }),
    fault: t(`platforms.fault.${line}`),
    optional: OPTIONAL.includes(line),
  }));
  return (
    <>
      <OwnAddresses />
      <section aria-labelledby="h-register-platform">
        <h2 id="h-register-platform">{t('platforms.register')}</h2>
        <p className="small soft">{t('platforms.registerLede')}</p>
        <RegisterForm
          lines={lines}
          listKey={REGISTRATIONS_KEY}
          taken={t('platforms.taken')}
          onRegister={(typed) => api.platforms.register(inputOf(typed))}
        />
      </section>
    </>
  );
}
