import { ApiError } from '../api/http';
import type { Problem } from '../api/types';
import { useWords } from '../i18n/use-words';
import { MinusIcon } from './icons';

type Words = ReturnType<typeof useWords>['t'];

/** What happened, and what is safe. */
function sentences(error: unknown, t: Words): { what: string; safe: string | null } {
  if (!(error instanceof ApiError)) return { what: t('error.unexpected'), safe: t('error.kept') };
  if (error.kind === 'silent') return { what: t('error.silent'), safe: t('error.kept') };
  if (error.kind === 'offline') return { what: t('error.offline'), safe: t('error.kept') };
  switch (error.status) {
    case 404:
      return { what: t('error.notFound'), safe: null };
    case 412:
      return { what: t('error.corrected'), safe: t('error.correctedKept') };
    case 410:
      return { what: t('error.erased'), safe: null };
    case 429:
    case 503:
      return { what: t('error.overloaded'), safe: t('error.overloadedKept') };
    default:
      return error.status >= 500
        ? { what: t('error.unexpected'), safe: t('error.kept') }
        : { what: t('error.rejected'), safe: t('error.rejectedKept') };
  }
}

export function ProblemDetails({ problem }: { problem: Problem }) {
  const { t } = useWords();
  return (
    <>
      {problem.errors !== undefined && problem.errors.length > 0 ? (
        <ul>
          {problem.errors.map((fault) => (
            <li key={fault.pointer + fault.code}>
              <code>{fault.pointer}</code> {fault.message}
            </li>
          ))}
        </ul>
      ) : (
        <p>{problem.detail ?? problem.title}</p>
      )}
      {problem.requestId !== undefined && (
        <p className="small mute">{t('error.request', { id: problem.requestId })}</p>
      )}
    </>
  );
}

/** Somebody else has corrected the case meanwhile. */
export const isStale = (error: unknown): boolean => error instanceof ApiError && error.status === 412;

/** Sending the same again helps against silence and overload, not against a case that was refused. */
const mayHelp = (error: unknown): boolean =>
  !(error instanceof ApiError) ||
  error.kind !== 'problem' ||
  error.status >= 500 ||
  error.status === 429 ||
  isStale(error);

export function ErrorNotice(props: {
  error: unknown;
  /** What happened, where the page knows better than the status does. */
  what?: string;
  /** What is safe on a page where nothing was ranked. */
  safe?: string;
  /** Whether the server's own words are left out: those of the page say it all. */
  bare?: boolean;
  onRetry?: () => void;
}) {
  const { t } = useWords();
  const { error, onRetry } = props;
  const said = sentences(error, t);
  const { what = said.what, safe = said.safe, bare = false } = props;
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <div className="err" role="alert">
      <MinusIcon />
      <div>
        <b>{what}</b>
        {safe !== null && <p>{safe}</p>}
        {problem !== null && !bare && <ProblemDetails problem={problem} />}
        {onRetry !== undefined && mayHelp(error) && (
          <button type="button" className="btn" onClick={onRetry}>
            {t('error.tryAgain')}
          </button>
        )}
      </div>
    </div>
  );
}
