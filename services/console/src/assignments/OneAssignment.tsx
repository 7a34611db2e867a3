import { PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { Taken, Times } from './AssignmentList';
import { OwnAttempts } from './OwnAttempts';
import { OwnGrade } from './OwnGrade';
import { Refused } from './Refused';
import { Results } from './Results';
import { SentGrades } from './SentGrades';
import { TeacherActs } from './TeacherActs';
import { useAssignment } from './use-assignments';

/** One assignment: to its teachers how it was taken, to a learner how to take it. */
export function OneAssignment({ id, teaches }: { id: string; teaches: boolean }) {
  const { t, locale } = useWords();
  const { data, error, refetch } = useAssignment(id);
  if (data === undefined)
    return error === null ? <Skeleton /> : <Refused error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="small">
        <PageLink href={PATHS.assignments}>{t('assignments.toList')}</PageLink>
      </p>
      <div className="strip">
        <div>
          <h1 lang={data.title.language === locale ? undefined : data.title.language}>{data.title.text}</h1>
          <p className="about">
            <span>
              <span className="tag">{t(`assignments.state.${data.state}`)}</span>{' '}
              {t(`assignments.mode.${data.mode}`)}
            </span>
            <span>{t('assignments.stages', { count: data.stages })}</span>
            <Times assignment={data} />
            <Taken assignment={data} />
          </p>
        </div>
        {teaches && <TeacherActs assignment={data} />}
      </div>
      {teaches ? <Results assignment={data} /> : <OwnAttempts assignment={data} />}
      {teaches ? <SentGrades assignmentId={id} /> : <OwnGrade assignmentId={id} />}
    </>
  );
}
