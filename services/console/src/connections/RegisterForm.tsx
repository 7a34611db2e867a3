import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { ApiError } from '../api/http';
import { ErrorNotice } from '../app/ErrorNotice';
import { ChecksProvider } from '../author/checks-context';
import { LineField } from '../author/fields';
import { fieldIdOf, type ToldCheck } from '../author/told-checks';
import { useWords } from '../i18n/use-words';
import { faultsIn } from '../passages/use-faults';
import { emptyLines, lineAt, type Typed } from './lines';

const LONGEST = 2000;
const CONFLICT = 409;

export interface FormLine<Line extends string> {
  readonly line: Line;
  readonly label: string;
  readonly hint: string;
  /** What is said where it was refused. */
  readonly fault: string;
  readonly optional?: boolean;
}

/** Registers a foreign system, or changes what is registered of it. What was typed stays where it is refused. */
export function RegisterForm<Line extends string>(props: {
  lines: readonly FormLine<Line>[];
  listKey: QueryKey;
  /** What is said where another institution has it. */
  taken?: string;
  onRegister: (typed: Typed<Line>) => Promise<{ readonly name: string }>;
}) {
  const client = useQueryClient();
  const { t } = useWords();
  const names = props.lines.map(({ line }) => line);
  const [form, setForm] = useState(() => emptyLines(names));
  const register = useMutation({
    mutationFn: props.onRegister,
    onSuccess: async () => {
      setForm(emptyLines(names));
      await client.invalidateQueries({ queryKey: props.listKey });
    },
  });
  const refused = faultsIn(register.error).flatMap(({ pointer }) => lineAt(names, pointer) ?? []);
  const checks = props.lines
    .filter(({ line }) => refused.includes(line))
    .map(({ line, fault }): ToldCheck => ({
      ...{ severity: 'error', code: 'refused', pointer: `/${line}`, message: fault },
    }));
  const first = checks[0]?.pointer;
  useEffect(() => {
    if (register.isError && first !== undefined) document.getElementById(fieldIdOf(first))?.focus();
  }, [register.isError, first]);
  const isTaken = register.error instanceof ApiError && register.error.status === CONFLICT;
  const submit = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    if (!register.isPending) register.mutate(form);
  };
  return (
    <>
      <ChecksProvider value={checks}>
        <form noValidate onSubmit={submit}>
          <div className="fields">
            {props.lines.map(({ line, label, hint, optional }) => (
              <LineField
                key={line}
                label={label}
                hint={hint}
                pointer={`/${line}`}
                value={form[line]}
                max={LONGEST}
                required={optional !== true}
                onChange={(value) => {
                  setForm((before) => ({ ...before, [line]: value }));
                }}
              />
            ))}
          </div>
          <div className="submit">
            <button type="submit" className="btn primary" aria-disabled={register.isPending}>
              {t('connections.register')}
            </button>
          </div>
          <p className="small" role="status">
            {register.isSuccess && t('connections.registered', { name: register.data.name })}
          </p>
        </form>
      </ChecksProvider>
      {register.error !== null && (
        <ErrorNotice
          error={register.error}
          safe={t('connections.notRegistered')}
          {...(checks.length > 0 && { what: t('connections.refused'), bare: true })}
          {...(isTaken && props.taken !== undefined && { what: props.taken, bare: true })}
          onRetry={submit}
        />
      )}
    </>
  );
}
