import { useHasModel } from '../api/use-meta';
import type { TeacherRoomState } from '../room/types';
import { TutorPanel } from '../tutor/TutorPanel';
import type { LectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';

type Tutor = NonNullable<TeacherRoomState['control']['tutor']>;

/** Whether the class may see of the engine's list: it has committed to one of its own at this stage, and none is waited for. */
function isFit({ state, stage, layers, control: { rounds } }: TeacherRoomState): boolean {
  if (state === 'ended' || rounds.some((round) => round.state === 'open')) return false;
  const isOver = (round: (typeof rounds)[number]) => round.state === 'closed' || round.state === 'revealed';
  return layers.includes('diagnosis') || rounds.some((round) => round.stageNo === stage?.no && isOver(round));
}

/** Questions to the tutor about the stage that the room has reached; what it answers can go on the wall. */
export function TutorSection(props: {
  code: string;
  state: TeacherRoomState;
  tutor: Tutor;
  press: LectureRoom['press'];
}) {
  const { t } = useLectureWords();
  const { code, state, tutor, press } = props;
  const fit = isFit(state);
  if (!useHasModel() && tutor.shown === null) return null;
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
              disabled={!fit}
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
