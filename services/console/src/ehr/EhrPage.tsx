import { ApiError } from '../api/http';
import { ErrorNotice } from '../app/ErrorNotice';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { EhrList } from './EhrList';
import { RegisterEhr } from './RegisterEhr';
import { useEhrClients } from './use-ehr-clients';

/** The training EHRs that may call, for an administrator. */
export function EhrPage() {
  const { t } = useWords();
  const isAdmin = useSession().role === 'admin';
  const { data, error, refetch } = useEhrClients(isAdmin);
  const isClosed = error instanceof ApiError && error.status === 404;
  useDocumentTitle(t('ehr.heading'));
  const lede = isAdmin ? (isClosed ? 'ehr.noAddress' : 'ehr.lede') : 'ehr.adminsOnly';
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{t('ehr.heading')}</h1>
            <p className="lede">{t(lede)}</p>
          </div>
        </div>
        {isAdmin && !isClosed && (
          <div className="workshop listing">
            <section aria-labelledby="h-ehr-clients">
              <h2 className="vh" id="h-ehr-clients">
                {t('ehr.clients')}
              </h2>
              {error !== null && (
                <ErrorNotice error={error} safe={t('library.nothingLost')} onRetry={() => void refetch()} />
              )}
              {data === undefined ? error === null && <Skeleton /> : <EhrList clients={data} />}
            </section>
            <aside aria-label={t('ehr.register')}>
              <RegisterEhr />
            </aside>
          </div>
        )}
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{t('foot.notice')}</p>
      </footer>
    </>
  );
}
