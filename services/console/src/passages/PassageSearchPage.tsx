import { ErrorNotice } from '../app/ErrorNotice';
import { PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { ChecksProvider } from '../author/checks-context';
import { PassageList } from '../case-room/Passages';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { NothingFound } from './NothingFound';
import { addressOfSearch, searchOfAddress, setFilters } from './passage-search';
import { SearchForm } from './SearchForm';
import { faultsIn, useFaults } from './use-faults';
import { usePassages } from './use-passages';

/** Guideline passages by words. The question stands in the address, so that it can be sent on. */
export function PassageSearchPage() {
  const { t } = useWords();
  const { role } = useSession();
  const asked = searchOfAddress(location.href);
  const { data, error, refetch, isPlaceholderData } = usePassages(asked);
  const faults = useFaults()(faultsIn(error));
  useDocumentTitle(t('passages.searchHeading'));
  const items = data?.items;
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{t('passages.searchHeading')}</h1>
            <p className="lede">{t('passages.lede')}</p>
          </div>
          {role !== 'student' && (
            <div className="acts">
              <PageLink className="btn" href={PATHS.guidelines}>
                {t('guidelines.heading')}
              </PageLink>
            </div>
          )}
        </div>
        <div className="passages">
          <ChecksProvider value={faults}>
            <SearchForm key={addressOfSearch(asked)} asked={asked} />
          </ChecksProvider>
          {error !== null && (
            <ErrorNotice
              error={error}
              safe={t('library.nothingLost')}
              {...(faults.length > 0 && {
                what: t('passages.refused'),
                safe: t('passages.refusedAt'),
                bare: true,
              })}
              onRetry={() => void refetch()}
            />
          )}
          {asked.q !== '' && data === undefined && error === null && <Skeleton />}
          {items !== undefined && (
            <section aria-labelledby="h-found">
              <h2 className="vh" id="h-found">
                {t('passages.heading')}
              </h2>
              <p className="small soft" role="status">
                {t('passages.found', { count: items.length })}
              </p>
              {items.length === 0 && !isPlaceholderData && setFilters(asked).length > 0 && (
                <NothingFound search={asked} />
              )}
              <PassageList passages={items} first={items.length} />
            </section>
          )}
        </div>
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{data?.notice ?? t('foot.notice')}</p>
      </footer>
    </>
  );
}
