import { useApi } from '../api/context';
import { usePublicUrl } from '../api/use-meta';
import { Copyable } from '../connections/Copyable';
import { type FormLine, RegisterForm } from '../connections/RegisterForm';
import { LANGUAGE_OPTIONS } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { AUTHENTICATIONS, inputOf, isAsked, type Line, LINES, OPTIONAL } from './ehr-form';
import { EHR_CLIENTS_KEY } from './use-ehr-clients';

/** Our addresses, which the system asks for. */
function OwnAddresses() {
  const { t } = useWords();
  const own = usePublicUrl();
  if (own === null) return null;
  return (
    <section aria-labelledby="h-own-addresses">
      <h2 id="h-own-addresses">{t('ehr.own')}</h2>
      <Copyable label={t('ehr.ownServices')} value={`${own}/cds-services`} />
      <Copyable label={t('ehr.ownLaunch')} value={`${own}/smart/launch`} />
      <Copyable label={t('ehr.ownReturn')} value={`${own}/smart/callback`} />
      <Copyable label={t('ehr.ownKeys')} value={`${own}/smart/jwks`} />
    </section>
  );
}

/** Registers a training EHR, or changes what is registered of it. */
export function RegisterEhr() {
  const api = useApi();
  const { t, locale } = useWords();
  const authentications = AUTHENTICATIONS.map((value) => ({
    value,
    label: t(`ehr.authentication.${value}`),
  }));
  const lines = LINES.map((line): FormLine<Line> => ({
    line,
    label: t(`ehr.field.${line}`),
    ...(line !== 'language' && line !== 'smart/authentication' && { hint: t(`ehr.fieldHint.${line}`) }),
    fault: t(`ehr.fault.${line}`),
    optional: OPTIONAL.includes(line),
    ...(line === 'language' && { options: LANGUAGE_OPTIONS, initial: locale }),
    ...(line === 'smart/authentication' && { options: authentications }),
    isAsked: (typed) => isAsked(line, typed),
  }));
  return (
    <>
      <section aria-labelledby="h-register-ehr">
        <h2 id="h-register-ehr">{t('ehr.register')}</h2>
        <p className="small soft">{t('ehr.registerLede')}</p>
        <RegisterForm
          lines={lines}
          listKey={EHR_CLIENTS_KEY}
          taken={t('ehr.taken')}
          confirmation={t('ehr.training')}
          onRegister={(typed) => api.ehr.register(inputOf(typed))}
        />
      </section>
      <OwnAddresses />
    </>
  );
}
