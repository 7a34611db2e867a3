import type { TeacherRoomState } from '../room/types';
import { TutorPanel } from '../tutor/TutorPanel';
import type { LectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';

type Tutor = NonNullable<TeacherRoomState['control']['tutor']>;

/** Questions to the tutor about the stage that the room has reached; what it answers can go on the wall. */
export function TutorSection(props: {
  code: string;
  state: TeacherRoomState;
  tutor: Tutor;
  press: LectureRoom['press'];
}) {
  const { t } = useLectureWords();
  const { code, state, tutor, press } = props;
  const isAsked = state.round?.state === 'open';
  return (
    <section aria-labelledby="tutor-title">
      <h2 id="tutor-title">{t('tutor.title')}</h2>
      <p className="small soft">{t('tutor.onWall')}</p>
      {tutor.shown !== null && (
        <p>
          {t('tutor.isShown')}{' '}
          <button
            type="button"
            className="link"
            onClick={() => void press({ type: 'show-answer', shown: null })}
          >
            {t('tutor.hide')}
          </button>
        </p>
      )}
      <TutorPanel
        about={{ kind: 'room', id: code }}
        choosesSocratic={false}
        acts={({ id, threadId, question, status }) =>
          (status === 'answered' || status === 'unanswered') &&
          tutor.shown?.questionId !== id && (
            <button
              type="button"
              className="btn"
              disabled={isAsked || state.state === 'ended'}
              aria-label={`${t('tutor.show')}: ${question}`}
              onClick={() => void press({ type: 'show-answer', shown: { threadId, questionId: id } })}
            >
              {t('tutor.show')}
            </button>
          )
        }
      />
    </section>
  );
}
