import { lazy, Suspense } from 'react';
import { CaseRoom } from '../case-room/CaseRoom';
import { Skeleton } from '../case-room/Skeleton';
import { LibraryPage } from '../library/LibraryPage';
import { PassagePage } from '../passages/PassagePage';
import { PassageSearchPage } from '../passages/PassageSearchPage';
import { useLocation } from './use-location';

/** Fetched when somebody writes a case: a reader of the library does not wait for it. */
const AuthorPage = lazy(async () => ({ default: (await import('../author/AuthorPage')).AuthorPage }));

/** The page that the address names. */
export function CurrentPage() {
  const { page, caseId, passageId } = useLocation();
  if (page === 'library') return <LibraryPage />;
  if (page === 'case-room') return <CaseRoom />;
  if (page === 'passages')
    return passageId === null ? <PassageSearchPage /> : <PassagePage passageId={passageId} />;
  return (
    <Suspense
      fallback={
        <main className="wrap" id="main">
          <Skeleton />
        </main>
      }
    >
      <AuthorPage caseId={caseId} />
    </Suspense>
  );
}
