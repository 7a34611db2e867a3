import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Assignment, AssignmentResult } from '../api/types';
import { attemptAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { ScrollRegion } from '../app/ScrollRegion';
import { Skeleton } from '../case-room/Skeleton';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { AskNames } from './AskNames';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY } from './use-assignments';
import { useNames } from './use-names';

function Row({ result, told }: { result: AssignmentResult; told: string | undefined }) {
  const { t, locale, percent } = useWords();
  const { pseudonym, name, attempts, state, finishedAt, score } = result;
  return (
    <tr data-learner={result.learnerId}>
      <th scope="row">
        <PageLink href={attemptAddress(result.attemptId)} title={t('review.open')}>
          {told ?? name ?? pseudonym}
        </PageLink>
        {(told ?? name) !== null && <span className="soft"> {pseudonym}</span>}
      </th>
      <td className="r num">{attempts}</td>
      <td>{t(`assignments.attemptState.${state}`)}</td>
      <td>{finishedAt === null ? '–' : formatInstant(finishedAt, locale)}</td>
      <td className="r num">
        <b>{percent(score.value)}</b>
      </td>
      {score.stages.map(({ no, keyPoints, part }) => (
        <td key={no} className="r num">
          {keyPoints === null
            ? t('assignments.noList')
            : t('assignments.stagePart', { points: keyPoints, part: percent(part) })}
        </td>
      ))}
    </tr>
  );
}

/** Who took an assignment, with what each score is made of. */
export function Results({ assignment }: { assignment: Assignment }) {
  const api = useApi();
  const { t } = useWords();
  const { id, stages, state } = assignment;
  const { data, error, refetch } = useQuery({
    queryKey: [...ASSIGNMENTS_KEY, id, 'results', state],
    queryFn: ({ signal }) => api.assignments.results(id, signal),
  });
  const asked = useNames(id);
  if (data === undefined)
    return error === null ? <Skeleton /> : <Refused error={error} onRetry={() => void refetch()} />;
  const { results, withheld } = data;
  return (
    <section aria-labelledby="h-results">
      <h2 id="h-results">{t('assignments.results')}</h2>
      {withheld > 0 && <p>{t('assignments.withheld', { count: withheld })}</p>}
      {results.length > 0 && <AskNames asked={asked} />}
      {results.length === 0 ? (
        withheld === 0 && <p>{t('assignments.nobody')}</p>
      ) : (
        <ScrollRegion label={t('assignments.results')}>
          <table className="tbl" data-testid="results">
            <caption className="vh">{t('assignments.results')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('assignments.learner')}</th>
                <th scope="col" className="r">
                  {t('assignments.attempts')}
                </th>
                <th scope="col">{t('assignments.progress')}</th>
                <th scope="col">{t('assignments.finished')}</th>
                <th scope="col" className="r">
                  {t('assignments.score')}
                </th>
                {Array.from({ length: stages }, (_, at) => (
                  <th key={at} scope="col" className="r">
                    {t('assignments.stageNo', { no: at + 1 })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {results.map((result) => (
                <Row key={result.attemptId} result={result} told={asked.names.get(result.learnerId)} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
