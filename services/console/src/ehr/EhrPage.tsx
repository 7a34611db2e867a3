import { ErrorNotice } from '../app/ErrorNotice';
import { useSession } from '../app/session-context';
import { Skeleton } from '../case-room/Skeleton';
import { AdminPage, isClosed } from '../connections/AdminPage';
import { useWords } from '../i18n/use-words';
import { EhrList } from './EhrList';
import { RegisterEhr } from './RegisterEhr';
import { useEhrClients } from './use-ehr-clients';

/** The training EHRs that may call, for an administrator. */
export function EhrPage() {
  const { t } = useWords();
  const { data, error, refetch } = useEhrClients(useSession().role === 'admin');
  return (
    <AdminPage
      heading={t('ehr.heading')}
      lede={t('ehr.lede')}
      noAddress={t('ehr.noAddress')}
      adminsOnly={t('ehr.adminsOnly')}
      closed={isClosed(error)}
    >
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
    </AdminPage>
  );
}
