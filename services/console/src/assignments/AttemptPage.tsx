import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/context';
import { recallLaunch } from '../api/launch-session';
import type { Attempt, AttemptStep } from '../api/types';
import { assignmentAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { PatientTalk } from '../voice/PatientTalk';
import { Page } from './AssignmentsPage';
import { AttemptFeedback } from './AttemptFeedback';
import { AttemptStages } from './AttemptStages';
import { LeaveButton } from './LeaveButton';
import { ListForm } from './ListForm';
import { OwnGrade } from './OwnGrade';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY } from './use-assignments';

/** The engine answers within moments; until then the page looks again. */
const LOOK_AGAIN_MS = 2_000;

const waitsForEngine = (attempt: Attempt | undefined): boolean =>
  attempt?.mode === 'practice' &&
  attempt.state === 'shown' &&
  attempt.stages.some(({ own, engine }) => own !== null && engine === null);

function useAttempt(id: string) {
  const api = useApi();
  const client = useQueryClient();
  const { locale } = useWords();
  const key = [...ASSIGNMENTS_KEY, 'attempt', id, locale];
  const attempt = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.assignments.attempt(id, locale, signal),
    refetchInterval: ({ state }) => (waitsForEngine(state.data) ? LOOK_AGAIN_MS : false),
    placeholderData: (previous) => previous,
  });
  const take = useMutation({
    mutationFn: ({ position, step }: { position: number; step: AttemptStep }) =>
      api.assignments.step(id, position, step, locale),
    onSuccess: async (told) => {
      client.setQueryData(key, told);
      if (told.state === 'finished') await client.invalidateQueries({ queryKey: ASSIGNMENTS_KEY });
    },
  });
  return { attempt, take };
}

/** What comes next: a list, the next stage, or what came of it. */
function Next(props: { attempt: Attempt; pending: boolean; onStep: (step: AttemptStep) => void }) {
  const { t } = useWords();
  const { attempt, pending, onStep } = props;
  switch (attempt.state) {
    case 'committing':
      return (
        <ListForm
          key={attempt.position}
          draftKey={`${attempt.id}/${String(attempt.position)}`}
          pending={pending}
          onCommit={(answer) => {
            onStep({ kind: 'commit', answer });
          }}
        />
      );
    case 'shown':
      return (
        <p>
          <button
            type="button"
            className="btn primary"
            disabled={pending}
            onClick={() => {
              onStep({ kind: 'next' });
            }}
          >
            {t('assignments.next')}
          </button>
        </p>
      );
    default:
      return (
        <>
          <p role="status">{t(attempt.state === 'ended' ? 'assignments.ended' : 'assignments.done')}</p>
          {recallLaunch() !== null && <OwnGrade assignmentId={attempt.assignmentId} />}
          <AttemptFeedback attempt={attempt} />
        </>
      );
  }
}

/** A learner takes a case: reads a stage, commits a list, goes on. */
export function AttemptPage({ id }: { id: string }) {
  const { t, locale } = useWords();
  const { attempt, take } = useAttempt(id);
  const { data, error, refetch } = attempt;
  const [left, setLeft] = useState(false);
  useDocumentTitle(data?.title.text ?? t('assignments.heading'));
  if (data === undefined)
    return (
      <Page>{error === null ? <Skeleton /> : <Refused error={error} onRetry={() => void refetch()} />}</Page>
    );
  if (left)
    return (
      <Page notice={data.notice}>
        <p role="status">{t('assignments.left')}</p>
      </Page>
    );
  const { title, assignmentId, closesAt, position, stages, of } = data;
  const isOver = data.state === 'finished' || data.state === 'ended';
  return (
    <Page notice={data.notice}>
      <p className="small">
        <PageLink href={assignmentAddress(assignmentId)}>{t('assignments.heading')}</PageLink>
      </p>
      <h1 lang={title.language === locale ? undefined : title.language}>{title.text}</h1>
      <p className="about">
        <span role="status">{t('assignments.of', { no: stages.length, of })}</span>{' '}
        <span className="soft">
          {closesAt !== null && t('assignments.closes', { when: formatInstant(closesAt, locale) })}
        </span>
      </p>
      <AttemptStages attempt={data} />
      {data.patientAnswers && <PatientTalk of={{ attemptId: id }} closed={isOver} />}
      {take.isError && (
        <Refused
          error={take.error}
          onRetry={() => {
            if (take.variables !== undefined) take.mutate(take.variables);
          }}
        />
      )}
      <Next
        attempt={data}
        pending={take.isPending}
        onStep={(step) => {
          take.mutate({ position, step });
        }}
      />
      <LeaveButton
        finished={isOver}
        onLeft={() => {
          setLeft(true);
        }}
      />
    </Page>
  );
}
