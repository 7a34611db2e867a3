import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { useApi } from '../api/context';
import type { LibraryCard } from '../api/types';
import { useWords } from '../i18n/use-words';
import { filterCards, NO_FILTER } from '../library/filter-cards';
import { useLibrary } from '../library/use-library';
import { useDraft } from './DraftProvider';
import { draftOfTeachingCase } from './draft-of-teaching-case';
import { spread } from './spread';

/** So many are offered; who looks for another one types. */
const OFFERED = 5;

/** Loads the text of a case of the library into the form; its key is left where it is. */
function usePick(onPick: () => void) {
  const api = useApi();
  const { locale } = useWords();
  const { change } = useDraft();
  return useMutation({
    mutationFn: (id: string) => api.teaching.case(id, null, locale),
    onSuccess: ({ body }) => {
      change({ type: 'load', draft: draftOfTeachingCase(body, locale) });
      onPick();
    },
  });
}

function Offered({ cards, onPick }: { cards: readonly LibraryCard[]; onPick: () => void }) {
  const { t, locale } = useWords();
  const pick = usePick(onPick);
  return (
    <>
      <ul className="samples" aria-busy={pick.isPending}>
        {cards.map(({ id, title, problem }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              data-sample={id}
              lang={title.language === locale ? undefined : title.language}
              disabled={pick.isPending}
              onClick={() => {
                pick.mutate(id);
              }}
            >
              {title.text}
            </button>{' '}
            <span className="small mute">{problem}</span>
          </li>
        ))}
      </ul>
      {cards.length === 0 && <p className="small mute">{t('library.noMatch')}</p>}
      {pick.error !== null && <ErrorNotice error={pick.error} safe={t('library.nothingLost')} />}
    </>
  );
}

/** The third way to start: a case of the library, found by its title or problem. */
export function Samples({ onPick }: { onPick: () => void }) {
  const { t } = useWords();
  const { role } = useSession();
  const id = useId();
  const [q, setQ] = useState('');
  const { data, isError } = useLibrary();
  // Who may not read a case with its key cannot load its text either.
  if (role === 'student') return null;
  const cards = data?.cards ?? [];
  const offered =
    q.trim() === '' ? spread(cards, OFFERED) : filterCards(cards, { ...NO_FILTER, q }).slice(0, OFFERED);
  return (
    <section aria-labelledby="h-samples">
      <div className="head">
        <h2 id="h-samples">{t('start.samples')}</h2>
        <PageLink className="small" href={PATHS.library}>
          {t('start.allSamples', { count: cards.length })}
        </PageLink>
      </div>
      {isError && <p className="small mute">{t('start.samplesFailed')}</p>}
      {data !== undefined && (
        <>
          <label className="vh" htmlFor={`${id}q`}>
            {t('start.findSample')}
          </label>
          <input
            id={`${id}q`}
            className="field"
            type="search"
            placeholder={t('start.findSample')}
            value={q}
            onChange={(event) => {
              setQ(event.target.value);
            }}
          />
          <Offered cards={offered} onPick={onPick} />
        </>
      )}
    </section>
  );
}
