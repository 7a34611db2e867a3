import { ScrollRegion } from '../app/ScrollRegion';
import type { TeacherRoomState } from '../room/types';
import type { LectureRoom } from './use-lecture-room';
import { type LectureWords, useLectureWords } from './use-lecture-words';
import { useStageKinds } from './use-stage';

type ControlledRound = TeacherRoomState['control']['rounds'][number];

/** Every question of the room, with how far each has come. */
export function RoundsTable({ state, press }: { state: TeacherRoomState; press: LectureRoom['press'] }) {
  const { t } = useLectureWords();
  const kinds = useStageKinds(state);
  const { rounds } = state.control;
  const isOpen = rounds.some((round) => round.state === 'open');
  return (
    <section>
      <h2>{t('control.rounds')}</h2>
      <ScrollRegion label={t('control.rounds')}>
        <table className="ct-table">
          <thead>
            <tr>
              {(['stageNo', 'round', 'state', 'answers'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`control.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => {
              const kind = kinds[round.stageNo - 1];
              return (
                <tr key={round.id} data-round={round.state}>
                  <td>{kind === undefined ? round.stageNo : t(`stage.${kind}`)}</td>
                  <th scope="row">{taskWords(round, t)}</th>
                  <td>{t(`control.${round.state}`)}</td>
                  <td className="num">
                    {round.id === state.round?.id ? state.answered.count : round.answered}
                    {round.late > 0 && ` (${t('control.late', { count: round.late })})`}
                  </td>
                  <td>
                    <RoundAct round={round} blocked={isOpen || state.state === 'ended'} press={press} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

const taskWords = ({ task, answerBy }: ControlledRound, t: LectureWords['t']): string => {
  const words = t(`task.${task.task}`);
  return answerBy === 'team' ? t('team.task', { task: words }) : words;
};

function RoundAct(props: { round: ControlledRound; blocked: boolean; press: LectureRoom['press'] }) {
  const { round, blocked, press } = props;
  const { t } = useLectureWords();
  if (round.state === 'prepared') {
    return (
      <button
        type="button"
        className="link"
        disabled={blocked}
        onClick={() => void press({ type: 'open', roundId: round.id })}
      >
        {t('control.openIt')}
      </button>
    );
  }
  if (round.state !== 'closed' || round.late === 0) return null;
  return (
    <label className="ct-late">
      <input
        type="checkbox"
        checked={round.lateCounts}
        onChange={(event) =>
          void press({ type: 'count-late', roundId: round.id, counts: event.target.checked })
        }
      />
      {t('control.countLate')}
    </label>
  );
}
