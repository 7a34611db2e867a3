import type { ReactNode } from 'react';
import { NEW_CASE, PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { AssignmentList } from './AssignmentList';
import { JoinClass } from './JoinClass';
import { NewAssignment } from './NewAssignment';
import { OneAssignment } from './OneAssignment';
import { Refused } from './Refused';
import { useAssignments } from './use-assignments';

function Listing({ teaches }: { teaches: boolean }) {
  const { t } = useWords();
  const { data, error, refetch } = useAssignments();
  return (
    <>
      {error !== null && <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Skeleton />
      ) : (
        <AssignmentList items={data} teaches={teaches} />
      )}
      {!teaches && <JoinClass />}
      {teaches && data?.length === 0 && (
        <p>
          <PageLink className="btn" href={PATHS.library}>
            {t('assignments.toLibrary')}
          </PageLink>
        </p>
      )}
    </>
  );
}

/** Cases that learners take alone: the list, one of them, or a new one. */
export function AssignmentsPage({
  assignmentId,
  caseId,
}: {
  assignmentId: string | null;
  caseId: string | null;
}) {
  const { t } = useWords();
  const { role } = useSession();
  const teaches = role !== 'student';
  useDocumentTitle(t('assignments.heading'));
  if (assignmentId === NEW_CASE && caseId !== null && teaches)
    return (
      <Page>
        <NewAssignment caseId={caseId} />
      </Page>
    );
  if (assignmentId !== null && assignmentId !== NEW_CASE)
    return (
      <Page>
        <OneAssignment id={assignmentId} teaches={teaches} key={assignmentId} />
      </Page>
    );
  return (
    <Page>
      <div className="strip">
        <div>
          <h1>{t('assignments.heading')}</h1>
          <p className="lede">{t(teaches ? 'assignments.ledeTeacher' : 'assignments.ledeLearner')}</p>
        </div>
      </div>
      <Listing teaches={teaches} />
    </Page>
  );
}

/** A page of assignments, with what stands below each. */
export function Page({ children, notice }: { children: ReactNode; notice?: string | undefined }) {
  const { t } = useWords();
  return (
    <>
      <main className="wrap assignments" id="main">
        {children}
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{notice ?? t('foot.notice')}</p>
      </footer>
    </>
  );
}
