import type { RoundResult } from '../room/types';
import { ScoreChart } from './ScoreChart';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** The diagnosis, one's own score against it, and what to think about. */
export function ScoreShown({ diagnosis }: { diagnosis: NonNullable<RoundResult['diagnosis']> }) {
  const { t, list } = usePhoneWords();
  const { mine } = usePhoneState();
  const scored = (mine?.rounds ?? []).flatMap(({ roundId, stageNo, score, teamGain }) => {
    // The score of a team is not one's own: what it gained is told beside.
    if (score === null || teamGain !== undefined) return [];
    const { logScore: log, brier, keyPoints } = score;
    return log === null || brier === null || keyPoints === null
      ? []
      : [{ roundId, stageNo, log, brier, keyPoints }];
  });
  const last = scored[scored.length - 1];
  return (
    <>
      {diagnosis.acceptable.length > 0 && (
        <p className="soft">
          {t('score.accepted', { names: list(diagnosis.acceptable.map(({ name }) => name)) })}
        </p>
      )}
      {last === undefined ? (
        <p className="soft">{t('score.nothing')}</p>
      ) : (
        <>
          <p className="soft">
            {t('score.youGave', {
              count: scored.length,
              points: list(scored.map(({ keyPoints }) => String(keyPoints))),
            })}
          </p>
          <div className="ph-score">
            <p>
              <b className="num">{last.log.toFixed(2)}</b>
              <span>{t('score.log')}</span>
            </p>
            <p>
              <b className="num">{last.brier.toFixed(2)}</b>
              <span>{t('score.brier')}</span>
            </p>
          </div>
          {scored.length > 1 && <ScoreChart points={scored.map(({ stageNo, log }) => ({ stageNo, log }))} />}
        </>
      )}
      {(mine?.prompts ?? []).length > 0 && (
        <section>
          <h2 className="label">{t('score.think')}</h2>
          {mine?.prompts?.map(({ code, text }) => (
            <p key={text} className="ph-ask" data-prompt={code}>
              {text}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
