import { answerOf, clientOf, type ApiClient, type Schemas } from './client';
import { launch, type Launching, type WithLms } from './lms';
import { teachingCase } from './sample-teaching-case';

const LIST: Schemas['AttemptStepInput']['step'] = {
  kind: 'commit',
  answer: {
    kind: 'differential',
    entries: [
      { diseaseId: 'pulmonary-embolism', points: 60 },
      { diseaseId: 'community-acquired-pneumonia', points: 20 },
      { text: 'my own idea', points: 5 },
    ],
    other: 15,
  },
};

/** A published case of the local administrator; its id. */
export async function publishedCase({ teacher }: Pick<WithLms, 'teacher'>): Promise<string> {
  const written = { params: {}, body: { body: teachingCase() } };
  const { id } = await answerOf(teacher.POST('/v1/teaching-cases', written));
  const publish = { params: { path: { id } }, body: { version: 1 } };
  await answerOf(teacher.POST('/v1/teaching-cases/{id}:publish', publish));
  return id;
}

/** An assignment of one list. */
export const assign = (
  teacher: ApiClient,
  caseId: string,
  mode: 'practice' | 'graded' = 'practice',
): Promise<Schemas['Assignment']> =>
  answerOf(
    teacher.POST('/v1/assignments', {
      params: {},
      body: { caseId, mode, stages: 1 } as Schemas['CreateAssignmentInput'],
    }),
  );

/** A learner in an attempt, about to commit the only list. */
export interface LaunchedLearner {
  readonly client: ApiClient;
  readonly learnerId: string;
  readonly attemptId: string;
  /** Of the attempt alone, for when the session has ended. */
  readonly attemptToken: string;
  readonly finish: () => Promise<void>;
}

/** Comes in as a learner, by a link to an assignment. */
export async function launchedLearner(given: WithLms, launching: Launching): Promise<LaunchedLearner> {
  const { token, subject, place } = await launch(given, launching);
  if (place.kind !== 'attempt') throw new Error(JSON.stringify(place));
  const client = clientOf(given.stack.baseUrl, token);
  const { attemptId, token: attemptToken = '' } = place;
  const path = { path: { id: attemptId } };
  const finish = async (): Promise<void> => {
    const done = await answerOf(
      client.POST('/v1/attempts/{id}/steps', { params: path, body: { position: 1, step: LIST } }),
    );
    expect(done.state).toBe('finished');
  };
  return { client, attemptId, attemptToken, learnerId: subject.split(':').at(-1) ?? '', finish };
}
