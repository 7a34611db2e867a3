import { useSession } from '../app/session-context';
import { AdminPage, isClosed } from '../connections/AdminPage';
import { Listed } from '../connections/Listed';
import { useWords } from '../i18n/use-words';
import { RegisterStore } from './RegisterStore';
import { Statements } from './Statements';
import { Stores } from './Stores';
import { useStores } from './use-stores';

/** The systems that keep records of what launched learners do, for an administrator. */
export function RecordStoresPage() {
  const { t } = useWords();
  const query = useStores(useSession().role === 'admin');
  const { data } = query;
  return (
    <AdminPage
      heading={t('records.heading')}
      lede={t('records.lede')}
      noAddress={t('records.noAddress')}
      adminsOnly={t('records.adminsOnly')}
      closed={isClosed(query.error)}
    >
      <div>
        <Listed id="h-stores" heading={t('records.registered')} query={query}>
          {(stores) => <Stores stores={stores} />}
        </Listed>
        {data !== undefined && <Statements stores={data} />}
      </div>
      <aside aria-label={t('records.register')}>
        <RegisterStore />
      </aside>
    </AdminPage>
  );
}
