import { useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { passageSearchAddress } from '../app/location';
import { goTo } from '../app/use-location';
import { useDocumentTitle } from '../app/use-document-title';
import { PassageList } from '../case-room/Passages';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { usePassages } from './use-passages';

const queryOfAddress = (): string => new URL(location.href).searchParams.get('q')?.trim() ?? '';

function SearchField({ asked }: { asked: string }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(asked);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        goTo(passageSearchAddress(typed.trim()));
      }}
    >
      <label className="vh" htmlFor="passage-search">
        {t('passages.search')}
      </label>
      <input
        id="passage-search"
        className="field"
        type="search"
        maxLength={300}
        placeholder={t('passages.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <button type="submit" className="btn primary">
        {t('passages.go')}
      </button>
    </form>
  );
}

/** Guideline passages by words. The question stands in the address, so that it can be sent on. */
export function PassageSearchPage() {
  const { t } = useWords();
  const asked = queryOfAddress();
  const { data, error, refetch } = usePassages(asked);
  useDocumentTitle(t('passages.searchHeading'));
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{t('passages.searchHeading')}</h1>
            <p className="lede">{t('passages.lede')}</p>
          </div>
        </div>
        <div className="passages">
          <SearchField key={asked} asked={asked} />
          {error !== null && (
            <ErrorNotice error={error} safe={t('library.nothingLost')} onRetry={() => void refetch()} />
          )}
          {asked !== '' && data === undefined && error === null && <Skeleton />}
          {data !== undefined && (
            <section aria-labelledby="h-found">
              <h2 className="vh" id="h-found">
                {t('passages.heading')}
              </h2>
              <p className="small soft" role="status">
                {t('passages.found', { count: data.items.length })}
              </p>
              <PassageList passages={data.items} first={data.items.length} />
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
