import {
  type CaseBody,
  type CodedAttempt,
  type CodedFeedback,
  type CodedReview,
} from '@openrounds/contracts';
import { progressOf } from '@openrounds/learning';
import { type StoredAssignment } from '../ports/assignment-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { attemptHead, attemptOf, scoreOfAttempt, stateOf } from './assignment-view';
import { type EngineStage } from './engine-stage';
import { afterwardsOf } from './room-content';

/** What an attempt is told from. */
export interface AttemptParts {
  readonly attempt: StoredAttempt;
  readonly assignment: StoredAssignment;
  readonly body: CaseBody;
  /** What the engine says after each stage, the first stage first; null where it is not there. */
  readonly engine: readonly (EngineStage | null)[];
  /** Whether the learner is to commit a list elsewhere at the same case. */
  readonly commitsElsewhere: boolean;
  readonly now: Date;
}

/**
 * The one function that makes what a learner sees of an attempt that goes on. The engine's lists are in it only in practice, after
 * the commit, and while no list is waited for: the list of one stage is nearly that of the next.
 */
export function codedAttempt(parts: AttemptParts): CodedAttempt {
  const { attempt, assignment, body, engine, commitsElsewhere, now } = parts;
  const progress = progressOf(attemptOf(attempt, assignment));
  const state = stateOf(attempt, assignment, now);
  const showsEngine = assignment.mode === 'practice' && state !== 'committing' && !commitsElsewhere;
  const commits = commitsWithTimes(attempt);
  return {
    ...attemptHead(attempt, assignment, now),
    title: assignment.title ?? {},
    mode: assignment.mode,
    of: assignment.stages,
    position: progress.position,
    closesAt: assignment.closesAt?.toISOString() ?? null,
    tutor: assignment.tutor,
    patientAnswers: body.patientAnswers === true,
    stages: body.stages.slice(0, progress.stageNo).map((stage, place) => ({
      no: place + 1,
      kind: stage.stage,
      title: stage.title ?? null,
      text: stage.text,
      own: commits[place] ?? null,
      engine: showsEngine && commits[place] !== undefined ? (engine[place]?.list ?? null) : null,
    })),
    versions: assignment.versions,
  };
}

/** What came of an attempt that is over: scores, key, and the engine's lists of all its stages. */
export const codedFeedback = ({ attempt, assignment, body, engine }: AttemptParts): CodedFeedback => ({
  attemptId: attempt.attemptId,
  assignmentId: attempt.assignmentId,
  score: mutable(scoreOfAttempt(attempt, assignment)),
  stages: body.stages.slice(0, assignment.stages).map((_, place) => ({
    no: place + 1,
    engine: engine[place]?.list ?? null,
    stageKey: body.key.perStage?.[place] ?? null,
  })),
  afterwards: afterwardsOf(body),
  versions: assignment.versions,
});

/**
 * What a teacher sees of one attempt, as far as it came: what was committed at each stage, what that gives, and by which key. The
 * engine's lists stand beside the key: whoever teaches may see both at any time.
 */
export const codedReview = (parts: AttemptParts, learner: CodedReview['learner']): CodedReview => {
  const attempt = codedAttempt({ ...parts, commitsElsewhere: true });
  return { learner, attempt, feedback: codedFeedback(parts) };
};

/** Whether a list is waited for, and would be taken. */
export const isCommitting = (attempt: StoredAttempt, assignment: StoredAssignment, now: Date): boolean =>
  stateOf(attempt, assignment, now) === 'committing';

export const mutable = <T extends { readonly stages: readonly unknown[] }>({ stages, ...rest }: T) => ({
  ...rest,
  stages: [...stages] as T['stages'][number][],
});

type Own = NonNullable<CodedAttempt['stages'][number]['own']>;

/** The lists in the order of their stages, with when each was committed. */
const commitsWithTimes = ({ steps }: StoredAttempt): Own[] =>
  steps.flatMap(({ step, at }) =>
    step.kind === 'next'
      ? []
      : [{ entries: [...step.entries], other: step.other, committedAt: at.toISOString() }],
  );
