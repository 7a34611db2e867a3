import type { RoomStage } from '../room/types';
import { ChoiceBars } from './ChoiceBars';
import { ComparedLists } from './ComparedLists';
import { useLectureWords } from './use-lecture-words';
import { useStage } from './use-stage';
import type { WallProps } from './Wall';
import { StageWords, WallText } from './WallVote';

/** What the teacher has shown of a round: class beside engine beside key, or how the votes fell. */
export function WallReveal({ state, view }: WallProps) {
  const { t } = useLectureWords();
  const stage = useStage(state.code, state.round?.stageNo ?? state.stage?.no);
  const { result, round } = state;
  const diagnosis = result?.diagnosis ?? null;
  const teamGain = result?.teamGain ?? null;
  const afterwards = diagnosis === null ? null : (stage?.afterwards ?? null);
  return (
    <div className="wall-reveal" data-alone={round === null}>
      <WallText>
        {diagnosis !== null && diagnosis.acceptable.length > 0 && (
          <p className="wall-ask">
            {t('wall.accepted', { names: diagnosis.acceptable.map(({ name }) => name).join(', ') })}
          </p>
        )}
        {teamGain !== null && (
          <p className="wall-ask">
            {t('team.gain', {
              ahead: teamGain.ahead,
              teams: teamGain.teams,
              by: Math.abs(teamGain.logScore).toFixed(2),
              better: teamGain.logScore > 0 ? 'yes' : 'no',
            })}
          </p>
        )}
        {afterwards !== null && afterwards.teachingPoints.length > 0 ? (
          <TeachingPoints points={afterwards.teachingPoints} />
        ) : (
          stage !== undefined && <StageWords stage={stage} />
        )}
        {state.degraded !== undefined && <p className="wall-small">{t('wall.degraded')}</p>}
      </WallText>
      {round?.task.task === 'differential' ? (
        <ComparedLists state={state} view={view} />
      ) : (
        round !== null && <ChoiceBars state={state} numbers={view.numbers} />
      )}
    </div>
  );
}

function TeachingPoints({ points }: { points: NonNullable<RoomStage['afterwards']>['teachingPoints'] }) {
  const { t } = useLectureWords();
  return (
    <>
      <h2>{t('wall.points')}</h2>
      <ul className="wall-points">
        {points.slice(0, 4).map((point) => (
          <li key={point.text} lang={point.language}>
            {point.text}
          </li>
        ))}
      </ul>
    </>
  );
}
