import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { assignmentAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { Page } from './AssignmentsPage';
import { FeedbackShown } from './AttemptFeedback';
import { AttemptStages } from './AttemptStages';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY } from './use-assignments';

/** A teacher reads one attempt: what was committed at each stage, what that gives, and the key. */
export function ReviewPage({ id }: { id: string }) {
  const api = useApi();
  const { t, locale } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: [...ASSIGNMENTS_KEY, 'review', id, locale],
    queryFn: ({ signal }) => api.assignments.review(id, locale, signal),
    placeholderData: (previous) => previous,
  });
  useDocumentTitle(data?.attempt.title.text ?? t('assignments.heading'));
  if (data === undefined)
    return (
      <Page>{error === null ? <Skeleton /> : <Refused error={error} onRetry={() => void refetch()} />}</Page>
    );
  const { learner, attempt, feedback } = data;
  const { title, assignmentId, number, state, finishedAt } = attempt;
  return (
    <Page notice={attempt.notice}>
      <p className="small">
        <PageLink href={assignmentAddress(assignmentId)}>{t('review.toResults')}</PageLink>
      </p>
      <h1 lang={title.language === locale ? undefined : title.language}>{title.text}</h1>
      <p className="about" data-testid="reviewed">
        <span>{learner.name ?? learner.pseudonym}</span>
        <span>{t('assignments.attemptNo', { no: number })}</span>
        <span>
          {finishedAt === null
            ? t(`assignments.attemptState.${state}`)
            : t('review.finished', { when: formatInstant(finishedAt, locale) })}
        </span>
      </p>
      <AttemptStages attempt={attempt} reviewed />
      <FeedbackShown feedback={feedback} stages={attempt.stages} reviewed />
    </Page>
  );
}
