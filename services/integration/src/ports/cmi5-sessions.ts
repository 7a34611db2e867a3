import { type RecordStatement, type StatementState } from '@openrounds/contracts';
import { type Statement } from '@openrounds/learning-records';
import { type Cmi5Session } from '../model/cmi5-session';
import { type Delivery } from '../model/statement-delivery';
import { type NewStatement, type StatedSoFar } from '../model/statements-of-session';

/** What a happening changes of a session. */
export interface SessionChange {
  readonly statements: readonly NewStatement[];
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
}

/** The first statement of a session that its store does not have. */
export interface NextStatement {
  readonly id: string;
  readonly endpoint: string;
  readonly body: Statement;
  /** Null: it is not good any more. */
  readonly token: string | null;
  readonly tries: number;
}

/** What a session is begun with, besides what it is. */
export interface SessionSecrets {
  /** For the record store. */
  readonly token: string;
  /** What the browser changes for a session of ours. */
  readonly ticketHash: string;
  readonly ticketExpiresAt: Date;
}

/** Which session is meant: this one, or the newest of a learner at a link or at an attempt. */
export type SessionOf = { readonly tenantId: string } & (
  | { readonly id: string }
  | { readonly learnerId: string; readonly linkId: string }
  | { readonly learnerId: string; readonly attemptId: string }
);

/** Sessions and what they state. What names a person rests sealed; a statement is sent by a job of the same transaction. */
export interface Cmi5Sessions {
  /** Keeps a session with what `decide` says of it. */
  begin(
    session: Cmi5Session,
    secrets: SessionSecrets,
    decide: (soFar: StatedSoFar) => SessionChange,
    requestId: string,
  ): Promise<void>;
  /** Takes the ticket of a session, while it is good: once. */
  redeem(ticketHash: string, now: Date): Promise<Cmi5Session | undefined>;
  /** Changes a session that goes on, while nobody else does. Undefined where there is none. */
  change(
    of: SessionOf,
    decide: (session: Cmi5Session, soFar: StatedSoFar) => SessionChange,
    requestId: string,
  ): Promise<Cmi5Session | undefined>;
  /** Undefined where all is sent, or the first that is not waits for its time or for somebody. */
  next(tenantId: string, sessionId: string, now: Date): Promise<NextStatement | undefined>;
  /** Notes what came of a try; of a statement that is there the body goes, with the last one the token. */
  note(id: string, delivery: Delivery, at: Date): Promise<void>;
  /** Queues again what is due and first in its session. @returns how many */
  queueDue(now: Date, leaseUntil: Date, requestId: string): Promise<number>;
  /** Sessions that go on and gave no sign of life since. */
  silentSince(before: Date): Promise<readonly { readonly tenantId: string; readonly id: string }[]>;
  /** The newest first, from before an id on. */
  list(
    tenantId: string,
    wanted: { limit: number; before?: string | undefined; state?: StatementState | undefined },
  ): Promise<readonly RecordStatement[]>;
  /** Sessions that ended before this, with what they stated. */
  purge(before: Date): Promise<number>;
}
export const CMI5_SESSIONS = Symbol('Cmi5Sessions');
