import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Assignment, AttemptHead } from '../api/types';
import { attemptAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { goTo } from '../app/use-location';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY } from './use-assignments';

function Line({ attempt }: { attempt: AttemptHead }) {
  const { t, locale, percent } = useWords();
  const { id, number, state, startedAt, score } = attempt;
  return (
    <li>
      <h3>
        <PageLink href={attemptAddress(id)}>{t('assignments.attemptNo', { no: number })}</PageLink>
      </h3>
      <p className="about">
        <span>{t(`assignments.attemptState.${state}`)}</span>
        <span>{formatInstant(startedAt, locale)}</span>
      </p>
      <p className="about">
        {score !== null && (
          <span>
            {t('assignments.score')} <b className="num">{percent(score)}</b>
          </span>
        )}
      </p>
    </li>
  );
}

/** A learner's own attempts at an assignment, and the way into the next. */
export function OwnAttempts({ assignment }: { assignment: Assignment }) {
  const api = useApi();
  const { t, locale } = useWords();
  const { id, own, state, attempts: allowed, mode } = assignment;
  const { data } = useQuery({
    queryKey: [...ASSIGNMENTS_KEY, id, 'own', state],
    queryFn: ({ signal }) => api.assignments.attempts(id, signal),
  });
  const begin = useMutation({
    mutationFn: () => api.assignments.begin(id, locale),
    onSuccess: (attempt) => {
      goTo(attemptAddress(attempt.id));
      scrollTo(0, 0);
    },
  });
  const begun = own?.attempts ?? 0;
  const isOpen = own !== null && own.open !== null;
  const mayBegin = state === 'open' && (isOpen || allowed === null || begun < allowed);
  return (
    <>
      <p>{t(mode === 'graded' ? 'assignments.gradedNote' : 'assignments.practiceNote')}</p>
      {begin.isError && <Refused error={begin.error} />}
      {mayBegin && (
        <p>
          <button
            type="button"
            className="btn primary"
            disabled={begin.isPending}
            onClick={() => {
              begin.mutate();
            }}
          >
            {t(isOpen ? 'assignments.goOn' : begun > 0 ? 'assignments.again' : 'assignments.begin')}
          </button>
        </p>
      )}
      {data !== undefined && data.length > 0 && (
        <section aria-labelledby="h-own">
          <h2 id="h-own">{t('assignments.ownAttempts')}</h2>
          <ol className="cards">
            {data.map((attempt) => (
              <Line key={attempt.id} attempt={attempt} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
