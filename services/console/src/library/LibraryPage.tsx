import { useMemo, useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { caseAddress, NEW_CASE } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { PHONE, useMedia } from '../app/use-media';
import { useDocumentTitle } from '../app/use-document-title';
import type { LibraryCard } from '../api/types';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { CaseCard } from './CaseCard';
import { FACETS, type Filter, filterCards, filterOfAddress, NO_FILTER, withFilter } from './filter-cards';
import { QuestionExport } from './QuestionExport';
import { LibraryFilters } from './LibraryFilters';
import { useLibrary } from './use-library';

/** The filter, kept in the address without a step of the browser's history for each tick. */
function useFilter(): readonly [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState(() => filterOfAddress(location.href));
  const change = (next: Filter): void => {
    history.replaceState(null, '', withFilter(location.href, next));
    setFilter(next);
  };
  return [filter, change];
}

function Cards(props: { cards: readonly LibraryCard[]; all: number; opens: boolean; onClear: () => void }) {
  const { t } = useWords();
  const { cards, all } = props;
  return (
    <section aria-labelledby="h-cases">
      <div className="head">
        <h2 className="vh" id="h-cases">
          {t('library.cases')}
        </h2>
        <p className="small soft" role="status">
          {cards.length === all
            ? t('library.shown', { count: all })
            : t('library.shownOf', { count: cards.length, all })}
        </p>
        {cards.length < all && (
          <button type="button" className="link small" onClick={props.onClear}>
            {t('library.clear')}
          </button>
        )}
      </div>
      {all === 0 && <p>{t('library.empty')}</p>}
      {all > 0 && cards.length === 0 && <p>{t('library.noMatch')}</p>}
      <ol className="cards" data-testid="cards">
        {cards.map((card) => (
          <CaseCard key={card.id} card={card} opens={props.opens} />
        ))}
      </ol>
    </section>
  );
}

function Search({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useWords();
  return (
    <>
      <label className="vh" htmlFor="library-search">
        {t('library.search')}
      </label>
      <input
        id="library-search"
        className="field"
        type="search"
        placeholder={t('library.search')}
        value={filter.q}
        onChange={(event) => {
          onChange({ ...filter, q: event.target.value });
        }}
      />
    </>
  );
}

function Browse({ cards, opens }: { cards: readonly LibraryCard[]; opens: boolean }) {
  const { t } = useWords();
  const phone = useMedia(PHONE);
  const [filter, setFilter] = useFilter();
  const shown = useMemo(() => filterCards(cards, filter), [cards, filter]);
  const ticked = FACETS.reduce((sum, facet) => sum + filter[facet].length, 0);
  const filters = <LibraryFilters cards={cards} filter={filter} onChange={setFilter} />;
  return (
    <div className="library">
      <aside aria-label={t('library.filters')}>
        <Search filter={filter} onChange={setFilter} />
        {phone ? (
          <details>
            <summary>{t('library.filtersTicked', { count: ticked })}</summary>
            {filters}
          </details>
        ) : (
          filters
        )}
      </aside>
      <div>
        {opens && <QuestionExport cards={shown} all={cards.length} />}
        <Cards
          cards={shown}
          all={cards.length}
          opens={opens}
          onClear={() => {
            setFilter(NO_FILTER);
          }}
        />
      </div>
    </div>
  );
}

/** All cases that can be taken, as cards from which no key can be told. */
export function LibraryPage() {
  const { t } = useWords();
  const { role } = useSession();
  const { data, error, refetch } = useLibrary();
  const teaches = role !== 'student';
  useDocumentTitle(t('library.heading'));
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{t('library.heading')}</h1>
            <p className="lede">{teaches ? t('library.lede') : t('library.ledeStudent')}</p>
          </div>
          {teaches && (
            <div className="acts">
              <PageLink className="btn primary" href={caseAddress(NEW_CASE)}>
                {t('library.write')}
              </PageLink>
            </div>
          )}
        </div>
        {error !== null && (
          <ErrorNotice
            error={error}
            safe={data === undefined ? t('library.nothingLost') : t('library.lastAnswer')}
            onRetry={() => void refetch()}
          />
        )}
        {data === undefined ? error === null && <Skeleton /> : <Browse cards={data.cards} opens={teaches} />}
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{data?.notice ?? t('foot.notice')}</p>
      </footer>
    </>
  );
}
