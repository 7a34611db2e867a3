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
