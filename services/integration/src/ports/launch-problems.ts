import { type LaunchCause, type LaunchCode } from '@openrounds/lti';

/** Why a launch failed. */
export interface LaunchProblem {
  readonly id: string;
  readonly tenantId: string;
  readonly platformId: string;
  readonly code: LaunchCode;
  readonly cause: LaunchCause;
  readonly claim: string | null;
  readonly keyId: string | null;
  readonly clockSeconds: number | null;
  readonly requestId: string;
  readonly at: Date;
}

/** What administrators look at when a launch fails. */
export interface LaunchProblems {
  add(problem: LaunchProblem): Promise<void>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<LaunchProblem[]>;
  /** @returns how many were forgotten */
  purge(before: Date): Promise<number>;
}
export const LAUNCH_PROBLEMS = Symbol('LaunchProblems');
