import { lazy, type ReactNode, Suspense } from 'react';
import { CaseRoom } from '../case-room/CaseRoom';
import { Skeleton } from '../case-room/Skeleton';
import { LaunchPage } from './LaunchPage';
import { LibraryPage } from '../library/LibraryPage';
import { PassagePage } from '../passages/PassagePage';
import { PassageSearchPage } from '../passages/PassageSearchPage';
import { SourcesPage } from '../sources/SourcesPage';
import { useSession } from './session-context';
import { useLocation } from './use-location';

/** Fetched when somebody writes a case: a reader of the library does not wait for it. */
const AuthorPage = lazy(async () => ({ default: (await import('../author/AuthorPage')).AuthorPage }));

/** Fetched when somebody gives or takes an assignment. */
const AssignmentsPage = lazy(async () => ({
  default: (await import('../assignments/AssignmentsPage')).AssignmentsPage,
}));
const AttemptPage = lazy(async () => ({
  default: (await import('../assignments/AttemptPage')).AttemptPage,
}));
const ReviewPage = lazy(async () => ({ default: (await import('../assignments/ReviewPage')).ReviewPage }));

/** Fetched when somebody keeps the guidelines of an institution, which few do. */
const GuidelinesPage = lazy(async () => ({
  default: (await import('../guidelines/GuidelinesPage')).GuidelinesPage,
}));

/** Fetched when an administrator decides something. */
const SettingsPage = lazy(async () => ({ default: (await import('../settings/SettingsPage')).SettingsPage }));
/** Fetched by an administrator, once or twice a year. */
const EhrPage = lazy(async () => ({ default: (await import('../ehr/EhrPage')).EhrPage }));
/** Fetched when a training patient is brought from an EHR. */
const EhrImportPage = lazy(async () => ({
  default: (await import('../ehr-imports/EhrImportPage')).EhrImportPage,
}));
const PlatformsPage = lazy(async () => ({
  default: (await import('../learning-platforms/PlatformsPage')).PlatformsPage,
}));
const RecordStoresPage = lazy(async () => ({
  default: (await import('../record-stores/RecordStoresPage')).RecordStoresPage,
}));

/** Needs no session and no server: it stands before both. */
const VerifyPage = lazy(async () => ({ default: (await import('../verify/VerifyPage')).VerifyPage }));

const waiting = (
  <main className="wrap" id="main">
    <Skeleton />
  </main>
);

/** To whoever took an attempt its page, to a teacher what was committed in it. */
function OneAttempt({ id }: { id: string }) {
  return useSession().role === 'student' ? <AttemptPage id={id} /> : <ReviewPage id={id} />;
}

/** The page that the address names; what stands behind the gate is given to it. */
export function CurrentPage({ gated }: { gated: (page: ReactNode) => ReactNode }) {
  const { page, caseId, passageId, itemId } = useLocation();
  switch (page) {
    case 'verify':
      return (
        <Suspense fallback={waiting}>
          <VerifyPage />
        </Suspense>
      );
    case 'launch':
      return <LaunchPage />;
    case 'library':
      return gated(<LibraryPage />);
    case 'case-room':
      return gated(<CaseRoom />);
    case 'passages':
      return gated(passageId === null ? <PassageSearchPage /> : <PassagePage passageId={passageId} />);
    case 'guidelines':
      return gated(
        <Suspense fallback={waiting}>
          <GuidelinesPage />
        </Suspense>,
      );
    case 'training-ehrs':
      return gated(
        <Suspense fallback={waiting}>
          <EhrPage />
        </Suspense>,
      );
    case 'ehr-imports':
      return gated(
        <Suspense fallback={waiting}>
          <EhrImportPage id={itemId} key={itemId} />
        </Suspense>,
      );
    case 'learning-platforms':
      return gated(
        <Suspense fallback={waiting}>
          <PlatformsPage />
        </Suspense>,
      );
    case 'record-stores':
      return gated(
        <Suspense fallback={waiting}>
          <RecordStoresPage />
        </Suspense>,
      );
    case 'assignments':
      return gated(
        <Suspense fallback={waiting}>
          <AssignmentsPage assignmentId={itemId} caseId={caseId} />
        </Suspense>,
      );
    case 'attempts':
      return gated(
        <Suspense fallback={waiting}>
          {itemId === null ? (
            <AssignmentsPage assignmentId={null} caseId={null} />
          ) : (
            <OneAttempt id={itemId} key={itemId} />
          )}
        </Suspense>,
      );
    case 'settings':
      return gated(
        <Suspense fallback={waiting}>
          <SettingsPage />
        </Suspense>,
      );
    case 'sources':
      return gated(<SourcesPage />);
    case 'author':
      return gated(
        <Suspense fallback={waiting}>
          <AuthorPage caseId={caseId} />
        </Suspense>,
      );
  }
}
