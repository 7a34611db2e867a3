import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LibraryCard } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { useDocumentTitle } from '../app/use-document-title';
import { useLibrary } from '../library/use-library';
import { CasePicker } from './CasePicker';
import { useLectureApi } from './context';
import { ControlBar } from './ControlBar';
import { controlAddress } from './lecture-address';
import { PlanForm } from './PlanForm';
import { RehearsalMark } from './RehearsalMark';
import { useLectureWords } from './use-lecture-words';

/** A new room out of a case of the library, and the rooms that are open. */
export function NewRoomPage({ caseId }: { caseId: string | null }) {
  const { t } = useLectureWords();
  const [chosen, setChosen] = useState<string | null>(caseId);
  /** Whether somebody chose here: what was pressed is gone then, and the focus goes to what came. */
  const [picked, setPicked] = useState(false);
  useDocumentTitle(t('new.title'));
  const { data, error } = useLibrary();
  const cards = data?.cards;
  const card = cards?.find(({ id }) => id === chosen);
  return (
    <>
      <ControlBar />
      <main className="wrap ct" id="main">
        <h1>{t('new.title')}</h1>
        <p className="lede">{t('new.lead')}</p>
        {error !== null && <ErrorNotice error={error} />}
        <div className="ct-grid">
          <div>
            {card === undefined ? (
              <CasePicker
                cards={cards}
                focused={picked}
                onChoose={({ id }) => {
                  setChosen(id);
                  setPicked(true);
                }}
              />
            ) : (
              <Chosen
                card={card}
                focused={picked}
                onAnother={() => {
                  setChosen(null);
                  setPicked(true);
                }}
              />
            )}
          </div>
          <aside>
            <OpenRooms />
          </aside>
        </div>
      </main>
    </>
  );
}

function Chosen(props: { card: LibraryCard; focused: boolean; onAnother: () => void }) {
  const { card, focused, onAnother } = props;
  const { t } = useLectureWords();
  const title = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focused) title.current?.focus();
  }, [focused]);
  return (
    <>
      <section>
        <h2 className="label">{t('new.chosen')}</h2>
        <p className="ct-chosen" ref={title} tabIndex={-1} lang={card.title.language}>
          {card.title.text}
        </p>
        <button type="button" className="link" onClick={onAnother}>
          {t('new.another')}
        </button>
      </section>
      <PlanForm key={card.id} card={card} />
    </>
  );
}

function OpenRooms() {
  const api = useLectureApi();
  const { t, locale } = useLectureWords();
  const { data } = useQuery({
    queryKey: ['rooms', locale],
    queryFn: ({ signal }) => api.rooms(locale, signal),
  });
  const open = data?.filter(({ state }) => state !== 'ended');
  return (
    <section>
      <h2>{t('new.rooms')}</h2>
      {open?.length === 0 && <p className="small soft">{t('new.none')}</p>}
      <ul className="ct-list">
        {open?.map(({ id, code, title, participants, rehearsal }) => (
          <li key={id}>
            <a href={controlAddress(code)} lang={title.language}>
              {title.text}
            </a>{' '}
            <RehearsalMark rehearsal={rehearsal} />
            <p className="small soft num">{t('new.room', { code, count: participants })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
