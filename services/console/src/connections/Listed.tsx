import type { ReactNode } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';

/** A part of a page with what was fetched for it, or why there is nothing. */
export function Listed<Data>(props: {
  id: string;
  heading: string;
  query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  /** Between the heading and the list. */
  above?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const { t } = useWords();
  const { data, error, refetch } = props.query;
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.heading}</h2>
      {props.above}
      {error !== null && (
        <ErrorNotice error={error} safe={t('library.nothingLost')} onRetry={() => void refetch()} />
      )}
      {data === undefined ? error === null && <Skeleton /> : props.children(data)}
    </section>
  );
}
