import { ErrorNotice } from '../app/ErrorNotice';
import { ApiError } from '../api/http';
import { useWords } from '../i18n/use-words';

/** Refusals of teaching cases that have words of their own here. */
const KNOWN = [
  'needs-review',
  'review-own-case',
  'case-not-submitted',
  'case-not-publishable',
  'stale-version',
  'forbidden',
  'built-in-case',
  'case-erased',
  'not-found',
  'too-large',
  'case-not-understood',
] as const;

const codeOf = (error: unknown): string | undefined =>
  error instanceof ApiError ? error.problem?.type.replace('/problems/', '') : undefined;

/** What went wrong with a case, that nothing is lost, and what to do. */
export function CaseError(props: { error: unknown; safe?: string; onRetry?: () => void }) {
  const { t } = useWords();
  const code = codeOf(props.error);
  const known = KNOWN.find((each) => each === code);
  const { safe = t('author.kept') } = props;
  return (
    <ErrorNotice
      error={props.error}
      safe={safe}
      {...(known !== undefined && { what: t(`caseError.${known}`), bare: known !== 'case-not-publishable' })}
      {...(props.onRetry !== undefined && { onRetry: props.onRetry })}
    />
  );
}
