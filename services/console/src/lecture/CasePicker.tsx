import { useEffect, useRef, useState } from 'react';
import type { LibraryCard } from '../api/types';
import { useLectureWords } from './use-lecture-words';

const MOST_CARDS = 12;

/** Cards of the library, found by title, problem or teaser. */
export function CasePicker(props: {
  cards: readonly LibraryCard[] | undefined;
  /** Whether the search has the focus as soon as it is there. */
  focused: boolean;
  onChoose: (card: LibraryCard) => void;
}) {
  const { t } = useLectureWords();
  const [sought, setSought] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const { focused } = props;
  useEffect(() => {
    if (focused) search.current?.focus();
  }, [focused]);
  const words = sought.trim().toLowerCase();
  const found = (props.cards ?? []).filter(({ title, problem, teaser }) =>
    `${title.text} ${problem} ${teaser?.text ?? ''}`.toLowerCase().includes(words),
  );
  return (
    <section>
      <label className="label" htmlFor="search">
        {t('new.search')}
      </label>
      <input
        id="search"
        ref={search}
        className="field"
        type="search"
        value={sought}
        onChange={(event) => {
          setSought(event.target.value);
        }}
      />
      <ul className="ct-cards">
        {found.slice(0, MOST_CARDS).map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className="ct-card"
              data-case={card.id}
              onClick={() => {
                props.onChoose(card);
              }}
            >
              <b lang={card.title.language}>{card.title.text}</b>
              <span className="small soft">
                {card.problem} · {t('new.stages', { count: card.stages })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
