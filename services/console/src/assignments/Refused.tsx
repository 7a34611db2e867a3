import { ErrorNotice } from '../app/ErrorNotice';
import { useWords } from '../i18n/use-words';
import { refusalOf } from './use-assignments';

/** What went wrong, in the words of this page where it knows them. */
export function Refused({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const refusal = refusalOf(error);
  return (
    <ErrorNotice
      error={error}
      safe={t('assignments.nothingLost')}
      {...(refusal !== null && { what: t(`assignments.refused.${refusal}`), bare: true })}
      {...(onRetry !== undefined && { onRetry })}
    />
  );
}
