import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useApi } from '../api/context';
import { ApiError } from '../api/http';
import { ErrorNotice } from '../app/ErrorNotice';
import { ChecksProvider } from '../author/checks-context';
import { LineField, SelectField } from '../author/fields';
import { fieldIdOf, type ToldCheck } from '../author/told-checks';
import { LANGUAGE_OPTIONS } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { faultsIn } from '../passages/use-faults';
import { emptyForm, type EhrForm, inputOf, lineOf, LINES } from './ehr-form';
import { EHR_CLIENTS_KEY } from './use-ehr-clients';

const LONGEST = 2000;

/** Registers a training EHR, or changes what is registered of it. What was typed stays where it is refused. */
export function RegisterEhr() {
  const api = useApi();
  const client = useQueryClient();
  const { t, locale } = useWords();
  const [form, setForm] = useState(() => emptyForm(locale));
  const register = useMutation({
    mutationFn: (typed: EhrForm) => api.ehr.register(inputOf(typed)),
    onSuccess: async () => {
      setForm(emptyForm(locale));
      await client.invalidateQueries({ queryKey: EHR_CLIENTS_KEY });
    },
  });
  const refused = faultsIn(register.error).flatMap(({ pointer }) => lineOf(pointer) ?? []);
  const checks = [...new Set(refused)].map((line): ToldCheck => {
    const message = t(`ehr.fault.${line}`);
    return { severity: 'error', code: 'refused', pointer: `/${line}`, message };
  });
  const [first] = refused;
  useEffect(() => {
    if (register.isError && first !== undefined) document.getElementById(fieldIdOf(`/${first}`))?.focus();
  }, [register.isError, first]);
  const isTaken = register.error instanceof ApiError && register.error.status === 409;
  const submit = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    if (!register.isPending && form.isTraining) register.mutate(form);
  };
  const change = (typed: Partial<EhrForm>): void => {
    setForm((before) => ({ ...before, ...typed }));
  };
  return (
    <section aria-labelledby="h-register-ehr">
      <h2 id="h-register-ehr">{t('ehr.register')}</h2>
      <p className="small soft">{t('ehr.registerLede')}</p>
      <ChecksProvider value={checks}>
        <form noValidate onSubmit={submit}>
          <div className="fields">
            {LINES.map((name) => (
              <LineField
                key={name}
                label={t(`ehr.field.${name}`)}
                hint={t(`ehr.fieldHint.${name}`)}
                pointer={`/${name}`}
                value={form[name]}
                max={LONGEST}
                required={name !== 'origins'}
                onChange={(value) => {
                  change({ [name]: value });
                }}
              />
            ))}
            <SelectField
              label={t('ehr.field.language')}
              pointer="/language"
              value={form.language}
              options={LANGUAGE_OPTIONS}
              onChange={(language) => {
                change({ language });
              }}
            />
          </div>
          <label className="small">
            <input
              type="checkbox"
              checked={form.isTraining}
              onChange={(event) => {
                change({ isTraining: event.target.checked });
              }}
            />{' '}
            {t('ehr.training')}
          </label>
          <div className="submit">
            <button
              type="submit"
              className="btn primary"
              aria-disabled={register.isPending || !form.isTraining}
            >
              {t('ehr.registerNow')}
            </button>
          </div>
          <p className="small" role="status">
            {register.isSuccess && t('ehr.registered', { name: register.data.name })}
          </p>
        </form>
      </ChecksProvider>
      {register.error !== null && (
        <ErrorNotice
          error={register.error}
          safe={t('ehr.notRegistered')}
          {...(checks.length > 0 && { what: t('ehr.refused'), bare: true })}
          {...(isTaken && { what: t('ehr.taken'), bare: true })}
          onRetry={submit}
        />
      )}
    </section>
  );
}
