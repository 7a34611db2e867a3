import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Grade } from '../api/types';
import { ScrollRegion } from '../app/ScrollRegion';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY } from './use-assignments';
import { useGrades } from './use-grades';

const RESENDABLE: readonly Grade['state'][] = ['retrying', 'needs-attention', 'not-wanted'];

/** Where a score stands, why, and what can be done. */
function Standing({ grade }: { grade: Grade }) {
  const { t, locale } = useWords();
  const { state, cause, deliveredAt, nextTryAt, sentTwice } = grade;
  return (
    <>
      {t(`grades.state.${state}`)}
      {deliveredAt !== null && <> · {formatInstant(deliveredAt, locale)}</>}
      {cause !== null && <p className="small">{t(`grades.cause.${cause}`)}</p>}
      {nextTryAt !== null && (
        <p className="small">{t('grades.nextTry', { when: formatInstant(nextTryAt, locale) })}</p>
      )}
      {sentTwice && <p className="small">{t('grades.sentTwice')}</p>}
    </>
  );
}

function Row({ grade, onResend }: { grade: Grade; onResend: (() => void) | undefined }) {
  const { t, percent } = useWords();
  return (
    <tr data-grade={grade.state}>
      <th scope="row">{t('grades.learner', { code: grade.learnerId.slice(-4).toUpperCase() })}</th>
      <td>
        <Standing grade={grade} />
      </td>
      <td className="r num">
        <b>{percent(grade.score)}</b>
      </td>
      <td>{grade.platform}</td>
      <td>
        {onResend !== undefined && (
          <button type="button" className="btn" onClick={onResend}>
            {t('grades.resend')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** What of an assignment was sent to gradebooks of learning platforms; nothing where there is nothing. */
export function SentGrades({ assignmentId }: { assignmentId: string }) {
  const api = useApi();
  const client = useQueryClient();
  const { t } = useWords();
  const { data = [], error } = useGrades(assignmentId);
  const resend = useMutation({
    mutationFn: (gradeId: string | null) =>
      gradeId === null ? api.assignments.resendGrades(assignmentId) : api.assignments.resendGrade(gradeId),
    onSuccess: () => client.invalidateQueries({ queryKey: [...ASSIGNMENTS_KEY, assignmentId, 'grades'] }),
  });
  if (error !== null) return <Refused error={error} />;
  const shown = data.filter(({ state }) => state !== 'superseded');
  if (shown.length === 0) return null;
  const stuck = shown.filter(({ state }) => RESENDABLE.includes(state));
  return (
    <section aria-labelledby="h-grades">
      <h2 id="h-grades">{t('grades.heading')}</h2>
      {resend.isError && <Refused error={resend.error} />}
      {stuck.length > 0 && (
        <p className="row undelivered">
          <span role="status">{t('grades.stuck', { count: stuck.length })}</span>
          <button
            type="button"
            className="btn"
            disabled={resend.isPending}
            onClick={() => {
              resend.mutate(null);
            }}
          >
            {t('grades.resendAll')}
          </button>
        </p>
      )}
      <ScrollRegion label={t('grades.heading')}>
        <table className="tbl sent-grades" data-testid="grades">
          <caption className="vh">{t('grades.heading')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('assignments.learner')}</th>
              <th scope="col">{t('grades.standing')}</th>
              <th scope="col" className="r">
                {t('assignments.score')}
              </th>
              <th scope="col">{t('grades.platform')}</th>
              <th scope="col">
                <span className="vh">{t('grades.resend')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((grade) => (
              <Row
                key={grade.id}
                grade={grade}
                onResend={
                  RESENDABLE.includes(grade.state)
                    ? () => {
                        resend.mutate(grade.id);
                      }
                    : undefined
                }
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
