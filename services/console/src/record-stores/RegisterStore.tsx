import { useApi } from '../api/context';
import { type FormLine, RegisterForm } from '../connections/RegisterForm';
import { useWords } from '../i18n/use-words';
import { inputOf, type Line, LINES } from './store-form';
import { STORES_KEY } from './use-stores';

/** Registers a record store, or changes what is registered of it. */
export function RegisterStore() {
  const api = useApi();
  const { t } = useWords();
  const lines = LINES.map((line): FormLine<Line> => ({
    line,
    label: t(`records.field.${line}`),
    hint: t(`records.fieldHint.${line}`),
    fault: t(`records.fault.${line}`),
    optional: line === 'fetchOrigins',
  }));
  return (
    <section aria-labelledby="h-register-store">
      <h2 id="h-register-store">{t('records.register')}</h2>
      <p className="small soft">{t('records.registerLede')}</p>
      <RegisterForm
        lines={lines}
        listKey={STORES_KEY}
        onRegister={(typed) => api.records.register(inputOf(typed))}
      />
    </section>
  );
}
