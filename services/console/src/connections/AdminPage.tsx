import type { ReactNode } from 'react';
import { ApiError } from '../api/http';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { useWords } from '../i18n/use-words';

/** Whether there is nothing to connect: the installation has no public address. */
export const isClosed = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** A page on foreign systems, for administrators of an installation that they can reach. */
export function AdminPage(props: {
  heading: string;
  lede: string;
  /** What is said where there is no public address. */
  noAddress: string;
  /** What is said to everybody else. */
  adminsOnly: string;
  closed: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  const isAdmin = useSession().role === 'admin';
  const { heading, closed } = props;
  useDocumentTitle(heading);
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{heading}</h1>
            <p className="lede">{isAdmin ? (closed ? props.noAddress : props.lede) : props.adminsOnly}</p>
          </div>
        </div>
        {isAdmin && !closed && <div className="workshop listing connections">{props.children}</div>}
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{t('foot.notice')}</p>
      </footer>
    </>
  );
}
