import type { Assignment } from '../api/types';
import { assignmentAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';

/** When an assignment opens and closes, in words. */
export function Times({ assignment: { opensAt, closesAt, state } }: { assignment: Assignment }) {
  const { t, locale } = useWords();
  return (
    <>
      {state === 'planned' && opensAt !== null && (
        <span>{t('assignments.opens', { when: formatInstant(opensAt, locale) })}</span>
      )}
      <span>
        {closesAt === null
          ? t('assignments.noClose')
          : t('assignments.closes', { when: formatInstant(closesAt, locale) })}
      </span>
    </>
  );
}

/** How it was taken: by all, or by oneself. */
export function Taken({ assignment: { own, taken, attempts } }: { assignment: Assignment }) {
  const { t } = useWords();
  if (taken !== null)
    return <span>{t('assignments.taken', { learners: taken.learners, finished: taken.finished })}</span>;
  if (own === null) return null;
  return (
    <span>
      {attempts === null
        ? t('assignments.attemptsAny', { used: own.attempts })
        : t('assignments.attemptsUsed', { used: own.attempts, allowed: attempts })}
    </span>
  );
}

/** The newest first. */
export function AssignmentList({ items, teaches }: { items: readonly Assignment[]; teaches: boolean }) {
  const { t, locale } = useWords();
  if (items.length === 0) return <p>{t(teaches ? 'assignments.noneTeacher' : 'assignments.none')}</p>;
  return (
    <section aria-labelledby="h-assignments">
      <h2 className="vh" id="h-assignments">
        {t('assignments.list')}
      </h2>
      <ol className="cards" data-testid="assignments">
        {items.map((assignment) => (
          <li key={assignment.id} data-assignment={assignment.id}>
            <h3 lang={assignment.title.language === locale ? undefined : assignment.title.language}>
              <PageLink href={assignmentAddress(assignment.id)}>{assignment.title.text}</PageLink>
            </h3>
            <p className="about">
              <span>
                <span className="tag">{t(`assignments.state.${assignment.state}`)}</span>{' '}
                {t(`assignments.mode.${assignment.mode}`)}
              </span>
              <span>{t('assignments.stages', { count: assignment.stages })}</span>
            </p>
            <p className="about">
              <Times assignment={assignment} />
              <Taken assignment={assignment} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
