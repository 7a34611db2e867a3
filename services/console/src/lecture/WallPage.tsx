import { useEffect, useState } from 'react';
import { useDocumentTitle } from '../app/use-document-title';
import { chooseLanguage } from '../i18n/start';
import { applyTheme, initialTheme } from '../theme/theme';
import { KeysHelp } from './KeysHelp';
import { lectureKey, type LectureKey } from './keys';
import { controlAddress } from './lecture-address';
import { MissingRoom } from './MissingRoom';
import { useLectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';
import { useStage } from './use-stage';
import { useSteering } from './use-steering';
import { useWallView } from './use-wall-view';
import { JoinOverlay } from './JoinOverlay';
import { Wall } from './Wall';

const MORE_SECONDS = 30;

/** A field takes every key; a button or a link only the one that presses it. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const takers =
    event.key === ' ' ? 'input, select, textarea, button, a, summary' : 'input, select, textarea';
  return target !== null && target.closest(takers) !== null;
}

/** The screen for the class, led by keys alone. */
export function WallPage({ code }: { code: string }) {
  const { t, locale } = useLectureWords();
  const room = useLectureRoom(code);
  const { state } = room;
  const stage = useStage(code, state?.stage?.no);
  const steering = useSteering(room, stage?.stageKey !== null && stage?.stageKey !== undefined);
  const view = useWallView(state);
  const [letters, setLetters] = useState(true);
  useDocumentTitle(t('wall.room', { code }));
  useEffect(() => {
    applyTheme('projector');
    return () => {
      applyTheme(initialTheme());
    };
  }, []);

  const does: Record<LectureKey, () => void> = {
    next: steering.next,
    back: steering.back,
    class: () => {
      steering.layer('class');
    },
    engine: () => {
      steering.layer('engine');
    },
    key: () => {
      steering.layer('stage-key');
    },
    probabilities: () => {
      view.toggle('numbers');
    },
    pool: () => {
      view.toggle('agreement');
    },
    freeze: view.freeze,
    time: () => {
      const round = state?.round;
      if (round?.state === 'open')
        void room.press({ type: 'extend', roundId: round.id, seconds: MORE_SECONDS });
    },
    join: () => {
      view.toggle('join');
    },
    comments: () => {
      view.toggle('comments');
    },
    black: () => {
      view.toggle('black');
    },
    language: () => void chooseLanguage(locale === 'zh' ? 'en' : 'zh'),
    larger: () => {
      view.resize(1);
    },
    smaller: () => {
      view.resize(-1);
    },
    help: () => {
      view.toggle('help');
    },
    leave: () => {
      if (!view.closeOverlay()) location.assign(controlAddress(code));
    },
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = lectureKey(event, { inField: isTaken(event), letters });
      if (key === null) return;
      event.preventDefault();
      // A key held down is one press.
      if (!event.repeat) does[key]();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  });

  if (view.shown === null) return <MissingRoom code={code} fault={room.fault} />;
  if (view.black)
    return (
      <main className="wall black" id="main">
        <h1 className="vh">{t('wall.black')}</h1>
      </main>
    );
  return (
    <>
      <Wall
        state={view.shown}
        view={view}
        ahead={room.ahead}
        isLost={room.link === 'lost'}
        waiting={steering.waiting}
        does={does}
      />
      {view.join && (
        <JoinOverlay
          state={view.shown}
          onClose={() => {
            view.toggle('join');
          }}
        />
      )}
      {view.help && (
        <KeysHelp
          letters={letters}
          onLetters={setLetters}
          onClose={() => {
            view.toggle('help');
          }}
        />
      )}
    </>
  );
}
