import { type Launch, type LaunchRole } from '@openrounds/lti';

/** What a login asked for, as far as another window needs it to begin again. */
export interface AskedLogin {
  readonly loginHint: string;
  readonly messageHint: string | null;
  readonly deploymentId: string | null;
  /** Name of the frame that keeps things for us; null: there is none. */
  readonly storageTarget: string | null;
}

/** A login that was begun; of secrets only hashes. */
export interface BegunLaunch {
  readonly id: string;
  readonly tenantId: string;
  readonly platformId: string;
  readonly stateHash: string;
  readonly nonceHash: string;
  readonly secretHash: string;
  readonly login: AskedLogin;
  readonly begunAt: Date;
}

/** The same, with what came of it. */
export interface StoredLaunch extends BegunLaunch {
  readonly spentAt: Date | null;
  /** What its token said; null before it came. */
  readonly said: Launch | null;
  readonly provedAt: Date | null;
}

/** Who a ticket is for, and where it leads. */
export interface Ticket {
  readonly tenantId: string;
  readonly launchId: string;
  readonly learnerId: string;
  readonly role: LaunchRole['role'];
  readonly linkId: string | null;
  readonly reviewedId: string | null;
  /** The course that the launch came from; null: the platform named none. */
  readonly courseId: string | null;
  /** Whether a teacher also sees what they give in other courses. */
  readonly beyondCourse: boolean;
}

/** Launches under way, and the tickets that they end in. */
export interface LaunchStore {
  begin(launch: BegunLaunch): Promise<void>;
  find(id: string): Promise<StoredLaunch | undefined>;
  /** Of many who try at once one does it: only their token is believed. */
  spend(id: string, said: Launch, at: Date): Promise<boolean>;
  /** Counts a try. Whether this secret is the browser's, the tries are not used up, and nobody proved it before. */
  prove(id: string, secretHash: string, at: Date): Promise<boolean>;
  addTicket(sha256: string, ticket: Ticket, expiresAt: Date): Promise<void>;
  /** Takes a ticket that is still good: once. */
  redeem(sha256: string, at: Date): Promise<Ticket | undefined>;
  /** Forgets a launch whose choice is answered. Of many who answer at once one does it. */
  endChoice(id: string): Promise<boolean>;
  /** @param choosing launches that were begun before are forgotten too where a teacher chooses links */
  purge(before: { readonly begun: Date; readonly choosing: Date; readonly now: Date }): Promise<number>;
}
export const LAUNCH_STORE = Symbol('LaunchStore');
