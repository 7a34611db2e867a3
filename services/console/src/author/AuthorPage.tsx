import { NEW_CASE, PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { CaseError } from './CaseError';
import { CaseList } from './CaseList';
import { ReadCase } from './ReadCase';
import { useTeachingCase } from './use-teaching-case';
import { Workshop } from './Workshop';

function StoredCase({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const { role } = useSession();
  const { data, error, refetch } = useTeachingCase(caseId);
  const again = () => void refetch();
  if (data === undefined)
    return (
      <main className="wrap" id="main">
        {error === null ? (
          <Skeleton />
        ) : (
          <>
            <CaseError error={error} safe={t('library.nothingLost')} onRetry={again} />
            <PageLink href={PATHS.author}>{t('author.toList')}</PageLink>
          </>
        )}
      </main>
    );
  const writes = data.mark !== 'built-in' && (data.mine || role === 'admin');
  return writes ? (
    <Workshop stored={data} refetch={async () => (await refetch()).data} />
  ) : (
    <ReadCase stored={data} onStored={again} />
  );
}

/** The author's page: the cases of the teachers, one of them, or one that nobody has stored yet. */
export function AuthorPage({ caseId }: { caseId: string | null }) {
  const { t } = useWords();
  const { role } = useSession();
  if (role === 'student')
    return (
      <main className="wrap" id="main">
        <h1>{t('author.heading')}</h1>
        <p className="lede">{t('author.teachersOnly')}</p>
      </main>
    );
  if (caseId === null) return <CaseList />;
  return caseId === NEW_CASE ? (
    <Workshop key={NEW_CASE} stored={null} refetch={async () => undefined} />
  ) : (
    <StoredCase key={caseId} caseId={caseId} />
  );
}
