import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { ApiError } from '../api/http';
import { ErrorNotice } from '../app/ErrorNotice';
import { ChecksProvider } from '../author/checks-context';
import { LineField, SelectField, type SelectOption } from '../author/fields';
import { fieldIdOf, type ToldCheck } from '../author/told-checks';
import { useWords } from '../i18n/use-words';
import { faultsIn } from '../passages/use-faults';
import { emptyLines, lineAt, type Typed } from './lines';

const LONGEST = 2000;
const CONFLICT = 409;

export interface FormLine<Line extends string> {
  readonly line: Line;
  readonly label: string;
  readonly hint?: string;
  /** What is said where it was refused. */
  readonly fault: string;
  readonly optional?: boolean;
  /** One of these, in place of what is typed; the first unless `initial` says another. */
  readonly options?: readonly SelectOption<string>[];
  readonly initial?: string;
  /** Whether it is asked for at all, by what stands in the others. */
  readonly isAsked?: (typed: Typed<Line>) => boolean;
}

const initialOf = <Line extends string>(lines: readonly FormLine<Line>[]): Partial<Typed<Line>> =>
  Object.fromEntries(
    lines.flatMap(({ line, options, initial = options?.[0]?.value }) =>
      initial === undefined ? [] : [[line, initial]],
    ),
  ) as Partial<Typed<Line>>;

/** What is typed or chosen in one line. */
function FieldOf<Line extends string>(props: {
  line: FormLine<Line>;
  value: string;
  onChange: (value: string) => void;
}) {
  const { line, label, hint, optional, options } = props.line;
  const shared = { label, pointer: `/${line}`, value: props.value, onChange: props.onChange };
  return options === undefined ? (
    <LineField {...shared} {...(hint !== undefined && { hint })} max={LONGEST} required={optional !== true} />
  ) : (
    <SelectField {...shared} options={options} />
  );
}

/** Registers a foreign system, or changes what is registered of it. What was typed stays where it is refused. */
export function RegisterForm<Line extends string>(props: {
  lines: readonly FormLine<Line>[];
  listKey: QueryKey;
  /** What is said where another institution has it. */
  taken?: string;
  /** What whoever registers has to confirm. */
  confirmation?: string;
  onRegister: (typed: Typed<Line>) => Promise<{ readonly name: string }>;
}) {
  const client = useQueryClient();
  const { t } = useWords();
  const names = props.lines.map(({ line }) => line);
  const begun = (): Typed<Line> => ({ ...emptyLines(names), ...initialOf(props.lines) });
  const [form, setForm] = useState(begun);
  const [confirmed, setConfirmed] = useState(false);
  const register = useMutation({
    mutationFn: props.onRegister,
    onSuccess: async () => {
      setForm(begun());
      setConfirmed(false);
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
  const isReady = !register.isPending && (props.confirmation === undefined || confirmed);
  const submit = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    if (isReady) register.mutate(form);
  };
  return (
    <>
      <ChecksProvider value={checks}>
        <form noValidate onSubmit={submit}>
          <div className="fields">
            {props.lines
              .filter(({ isAsked }) => isAsked?.(form) ?? true)
              .map((line) => (
                <FieldOf
                  key={line.line}
                  line={line}
                  value={form[line.line]}
                  onChange={(value) => {
                    setForm((before) => ({ ...before, [line.line]: value }));
                  }}
                />
              ))}
          </div>
          {props.confirmation !== undefined && (
            <label className="small">
              <input
                type="checkbox"
                checked={confirmed}
                onChange={(event) => {
                  setConfirmed(event.target.checked);
                }}
              />{' '}
              {props.confirmation}
            </label>
          )}
          <div className="submit">
            <button type="submit" className="btn primary" aria-disabled={!isReady}>
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
