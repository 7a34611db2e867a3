import { type Language } from '@openrounds/contracts';
import { type Agent, type LaunchData, type LaunchMode } from '@openrounds/learning-records';

/** What a launch said that may name a person: at rest it is sealed. */
export interface SaidAtLaunch {
  readonly actor: Agent;
  readonly contextTemplate: LaunchData['contextTemplate'];
  readonly returnUrl: string | null;
  /** That the learner likes best, of those there are; null: they said nothing. */
  readonly language: Language | null;
  /** Of this installation when the session began: identifiers hold it. */
  readonly publicUrl: string;
}

/** One visit of a learner who was launched by cmi5. */
export interface Cmi5Session {
  readonly id: string;
  readonly tenantId: string;
  readonly connectionId: string;
  readonly assignmentId: string;
  /** Follows from registration and unit: attempts of the same enrolment stay together. */
  readonly linkId: string;
  readonly learnerId: string;
  readonly attemptId: string;
  readonly endpoint: string;
  readonly registration: string;
  readonly activityId: string;
  readonly launchMode: LaunchMode;
  readonly masteryScore: number | null;
  readonly startedAt: Date;
  /** Of the last step. */
  readonly lastSeenAt: Date;
  /** When its last statement was made; null while it goes on. */
  readonly endedAt: Date | null;
  readonly said: SaidAtLaunch;
}
