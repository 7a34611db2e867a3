import { useSession } from '../app/session-context';
import { AdminPage, isClosed } from '../connections/AdminPage';
import { Listed } from '../connections/Listed';
import { useWords } from '../i18n/use-words';
import { Deployments } from './Deployments';
import { LaunchProblems } from './LaunchProblems';
import { Links } from './Links';
import { RegisterPlatform } from './RegisterPlatform';
import { Registrations } from './Registrations';
import { useRegistrations } from './use-platforms';

/** The learning platforms that launch people, for an administrator. */
export function PlatformsPage() {
  const { t } = useWords();
  const query = useRegistrations(useSession().role === 'admin');
  const { data } = query;
  return (
    <AdminPage
      heading={t('platforms.heading')}
      lede={t('platforms.lede')}
      noAddress={t('platforms.noAddress')}
      adminsOnly={t('platforms.adminsOnly')}
      closed={isClosed(query.error)}
    >
      <div>
        <Listed id="h-platforms" heading={t('platforms.registered')} query={query}>
          {(platforms) => <Registrations platforms={platforms} />}
        </Listed>
        {/* What follows is asked for once it is known that there are platforms here at all. */}
        {data !== undefined && (
          <>
            <Links />
            <Deployments platforms={data} />
            <LaunchProblems platforms={data} />
          </>
        )}
      </div>
      <aside aria-label={t('platforms.register')}>{data !== undefined && <RegisterPlatform />}</aside>
    </AdminPage>
  );
}
