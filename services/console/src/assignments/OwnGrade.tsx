import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { useGrades } from './use-grades';

/** Where a learner's own score stands on its way into the gradebook; nothing for who was not launched. */
export function OwnGrade({ assignmentId }: { assignmentId: string }) {
  const { t, locale } = useWords();
  const { data = [] } = useGrades(assignmentId);
  const shown = data.filter(({ state }) => state !== 'superseded');
  return (
    <>
      {shown.map(({ id, state, deliveredAt, platform }) => (
        <p key={id} className="small" data-grade={state}>
          {deliveredAt === null
            ? t(`grades.own.${state}`, { platform })
            : t('grades.own.delivered', { platform, when: formatInstant(deliveredAt, locale) })}
        </p>
      ))}
    </>
  );
}
