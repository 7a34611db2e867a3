import { useState } from 'react';
import type { TeacherRoomState } from '../room/types';
import { AskFirst } from './AskFirst';
import type { LectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';

/** Who sits in the room, and the room itself: its lock, its table, its end. */
export function PeopleSection({ state, press }: { state: TeacherRoomState; press: LectureRoom['press'] }) {
  const { t, locale } = useLectureWords();
  const { control, participants } = state;
  const hasEnded = state.state === 'ended';
  return (
    <section>
      <h2>{t('control.participants', { count: participants })}</h2>
      {control.removed.length > 0 && (
        <p className="small soft">{t('control.removed', { numbers: control.removed.join(', ') })}</p>
      )}
      {!hasEnded && <RemoveForm press={press} />}
      <p className="ct-row">
        <a className="btn" href={`/v1/rooms/${state.code}/results.csv?lang=${locale}`} download>
          {t('control.csv')}
        </a>
        {!hasEnded && (
          <button
            type="button"
            className="btn"
            onClick={() => void press({ type: 'lock', locked: !control.locked })}
          >
            {t(control.locked ? 'control.unlock' : 'control.lock')}
          </button>
        )}
        {!hasEnded && (
          <AskFirst
            label={t('control.end')}
            question={t('control.endAsk')}
            onYes={() => void press({ type: 'end' })}
          />
        )}
      </p>
      {control.keyCommittedAt !== null && (
        <p className="small mute ct-hash">{t('control.key', { hash: control.keyHash })}</p>
      )}
    </section>
  );
}

function RemoveForm({ press }: { press: LectureRoom['press'] }) {
  const { t } = useLectureWords();
  const [number, setNumber] = useState('');
  return (
    <form
      className="ct-row"
      onSubmit={(event) => {
        event.preventDefault();
        const taken = Number(number);
        if (!Number.isInteger(taken) || taken < 1) return;
        void press({ type: 'remove', number: taken });
        setNumber('');
      }}
    >
      <label htmlFor="number">{t('control.remove')}</label>
      <input
        id="number"
        className="field ct-number"
        inputMode="numeric"
        autoComplete="off"
        value={number}
        onChange={(event) => {
          setNumber(event.target.value);
        }}
      />
      <button type="submit" className="btn">
        {t('control.removeGo')}
      </button>
    </form>
  );
}
