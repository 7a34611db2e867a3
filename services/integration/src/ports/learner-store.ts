/** Who a platform says somebody is. */
export interface NamedLearner {
  readonly tenantId: string;
  readonly issuer: string;
  /** `sub` at the platform. */
  readonly subject: string;
  readonly testUser: boolean;
}

/** Somebody whom a platform named. */
export interface StoredLearner extends NamedLearner {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastLaunchAt: Date;
}

/** People of platforms: sealed, and found again by an HMAC. */
export interface LearnerStore {
  /** The id of this person, made where there is none; counts as a launch. */
  admit(named: NamedLearner, at: Date): Promise<string>;
  /** The id of somebody who launched before. */
  known(named: Pick<NamedLearner, 'tenantId' | 'issuer' | 'subject'>): Promise<string | undefined>;
  /** Of people of a roster those who launched before and are no test users, by their ids. */
  knownOf(
    of: Pick<NamedLearner, 'tenantId' | 'issuer'>,
    members: readonly { readonly subject: string; readonly name: string }[],
  ): Promise<readonly { readonly learnerId: string; readonly name: string }[]>;
  find(tenantId: string, id: string): Promise<StoredLearner | undefined>;
  /** Whether there was one. */
  erase(tenantId: string, id: string): Promise<boolean>;
}
export const LEARNER_STORE = Symbol('LearnerStore');
