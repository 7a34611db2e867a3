import { type AttemptStep } from '@openrounds/learning';

export interface StoredStep {
  readonly step: AttemptStep;
  readonly at: Date;
}

export interface StoredAttempt {
  readonly tenantId: string;
  readonly attemptId: string;
  readonly assignmentId: string;
  readonly learnerId: string;
  /** By which the learner came; null as one of the class. */
  readonly linkId: string | null;
  /** From 1, of the learner and the link. */
  readonly number: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** In order. */
  readonly steps: readonly StoredStep[];
}
