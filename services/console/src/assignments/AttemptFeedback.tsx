import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Attempt, AttemptScore, Feedback } from '../api/types';
import { ScrollRegion } from '../app/ScrollRegion';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { AttemptTutor } from './AttemptTutor';
import { EngineList } from './EngineList';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY } from './use-assignments';

function ScoreMade({ score, reviewed }: { score: AttemptScore; reviewed: boolean }) {
  const { t, percent } = useWords();
  return (
    <section aria-labelledby="h-score">
      <h2 id="h-score">
        {t(reviewed ? 'review.score' : 'assignments.yourScore')} <b className="num">{percent(score.value)}</b>
      </h2>
      <ScrollRegion label={t('assignments.scoreMade')}>
        <table className="tbl" data-testid="score">
          <caption>{t('assignments.scoreMade')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(reviewed ? 'review.list' : 'assignments.yourList')}</th>
              <th scope="col" className="r">
                {t('assignments.keyPoints')}
              </th>
              <th scope="col">{t('assignments.key')}</th>
              <th scope="col" className="r">
                {t('assignments.part')}
              </th>
              <th scope="col">{t('assignments.countsColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {score.stages.map(({ no, keyPoints, right, part, counts }) => (
              <tr key={no}>
                <th scope="row">{t('assignments.stageNo', { no })}</th>
                <td className="r num">{keyPoints ?? t('assignments.noList')}</td>
                <td>{right === null ? '–' : t(right ? 'assignments.right' : 'assignments.wrong')}</td>
                <td className="r num">{percent(part)}</td>
                <td>{t(counts ? 'assignments.yes' : 'assignments.no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="small mute">{t('assignments.scoreHint')}</p>
    </section>
  );
}

function Key({ afterwards }: { afterwards: NonNullable<Feedback['afterwards']> }) {
  const { t, list } = useWords();
  const { diagnosis, acceptable, alternatives, teachingPoints } = afterwards;
  return (
    <section aria-labelledby="h-key">
      <h2 id="h-key">{t('assignments.key')}</h2>
      <p>
        <b>{diagnosis.name}</b>
      </p>
      {acceptable.length > 0 && (
        <p>{t('assignments.accepted', { names: list(acceptable.map(({ name }) => name)) })}</p>
      )}
      {alternatives.length > 0 && (
        <>
          <h3>{t('assignments.why')}</h3>
          <dl>
            {alternatives.map(({ diseaseId, name, why }) => (
              <div key={diseaseId}>
                <dt>{name}</dt>
                <dd lang={why.language}>{why.text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3>{t('assignments.teachingPoints')}</h3>
      <ul>
        {teachingPoints.map(({ text, language }) => (
          <li key={text} lang={language}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What came of an attempt that is over, and the tutor about it. */
export function AttemptFeedback({ attempt }: { attempt: Attempt }) {
  const { id, stages } = attempt;
  const api = useApi();
  const { locale } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: [...ASSIGNMENTS_KEY, 'feedback', id, locale],
    queryFn: ({ signal }) => api.assignments.feedback(id, locale, signal),
    placeholderData: (previous) => previous,
  });
  if (data === undefined)
    return error === null ? <Skeleton /> : <Refused error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <FeedbackShown feedback={data} stages={stages} />
      <AttemptTutor attempt={attempt} />
    </>
  );
}

/** Score, key, and what the engine said where that is not shown beside the stages. */
export function FeedbackShown(props: {
  feedback: Feedback;
  stages: Attempt['stages'];
  /** Whether a teacher reads it. */
  reviewed?: boolean;
}) {
  const { t } = useWords();
  const { feedback: data, stages, reviewed = false } = props;
  const shown = new Set(stages.flatMap(({ no, engine }) => (engine === null ? [] : [no])));
  const left = data.stages.filter(({ no, engine }) => engine !== null && !shown.has(no));
  return (
    <>
      <ScoreMade score={data.score} reviewed={reviewed} />
      {data.afterwards !== null && <Key afterwards={data.afterwards} />}
      {left.length > 0 && (
        <section aria-labelledby="h-engine">
          <h2 id="h-engine">{t('assignments.engineStages')}</h2>
          {left.map(({ no, engine }) => (
            <div key={no}>
              <h3>{t('assignments.stageNo', { no })}</h3>
              {engine !== null && <EngineList engine={engine} label={t('assignments.stageNo', { no })} />}
            </div>
          ))}
        </section>
      )}
    </>
  );
}
