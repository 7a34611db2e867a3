import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words';

/** A view of the run that is fetched when it is asked for: waiting, failed, or there. */
export function RunView<View>({
  query,
  children,
}: {
  query: UseQueryResult<View>;
  children: (view: View) => ReactNode;
}) {
  const { t } = useWords();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) {
    return (
      <p className="small mute" role="status">
        {t('views.waiting')}
      </p>
    );
  }
  return (
    <p className="small" role="alert">
      {t('views.failed')}{' '}
      <button type="button" className="link" onClick={() => void query.refetch()}>
        {t('error.tryAgain')}
      </button>
    </p>
  );
}
