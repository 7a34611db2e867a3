import { z } from 'zod';
import { LrsConnection, LrsConnectionInput, RecordStatement, StatementState } from '../http/learning-records';
import { Uuid } from '../primitives';
import { JobMeta, Sealed } from './meta';

const OfConnection = z.object({ meta: JobMeta, connectionId: Uuid });
const paged = { meta: JobMeta, limit: z.number().int(), before: Uuid.optional() };

/** The id is taken if the endpoint is new to the tenant. Registering twice is registering once. */
export const RegisterLrsPayload = OfConnection.extend({ connection: LrsConnectionInput });
export const ListLrsPayload = z.object(paged);
/** The newest first. */
export const LrsConnections = z.object({ items: z.array(LrsConnection), more: z.boolean() });
export const CheckLrsPayload = OfConnection;
export const RemoveLrsPayload = OfConnection;
export const ListStatementsPayload = z.object({ ...paged, state: StatementState.optional() });
export const RecordStatements = z.object({ items: z.array(RecordStatement), more: z.boolean() });

/** A launch as its URL gives it: who it is, and a secret. Sealed at `givenLaunch`. */
export const GivenCmi5Launch = z.object({
  fields: z.record(z.string(), z.string()),
  /** Of this installation, without a slash at its end. */
  publicUrl: z.string(),
});
/** Why a launch is not accepted; the page has a sentence for each. */
export const Cmi5Refusal = z.enum([
  'cmi5-incomplete',
  'cmi5-not-registered',
  'cmi5-used',
  'cmi5-unreachable',
  'cmi5-not-understood',
  'cmi5-other-package',
  'cmi5-resource-gone',
  'cmi5-not-open',
]);
export const BeginCmi5Payload = z.object({ meta: JobMeta, assignmentId: Uuid, sealed: Sealed });
/** Of an accepted launch the ticket that the browser changes for a session, sealed at `toldLaunch`. */
export const BegunCmi5 = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('begun'), sealed: Sealed }),
  z.object({ outcome: z.literal('refused'), code: Cmi5Refusal }),
]);
export const Cmi5Ticket = z.string();

/** The learner leaves: the session's last statement is made. Refused with `not-found` where there is no session. */
export const LeaveCmi5Payload = z.object({ meta: JobMeta, learnerId: Uuid, attemptId: Uuid });
/** The URL may hold what names a person: sealed at `toldLaunch`. */
export const LeftCmi5 = z.object({ sealed: Sealed });

/** Sends what a session has stated and the record store does not have yet, in order. */
export const SendStatementPayload = z.object({ meta: JobMeta, sessionId: Uuid });

export type RegisterLrsPayload = z.infer<typeof RegisterLrsPayload>;
export type ListLrsPayload = z.infer<typeof ListLrsPayload>;
export type LrsConnections = z.infer<typeof LrsConnections>;
export type CheckLrsPayload = z.infer<typeof CheckLrsPayload>;
export type RemoveLrsPayload = z.infer<typeof RemoveLrsPayload>;
export type ListStatementsPayload = z.infer<typeof ListStatementsPayload>;
export type RecordStatements = z.infer<typeof RecordStatements>;
export type Cmi5Refusal = z.infer<typeof Cmi5Refusal>;
export type BeginCmi5Payload = z.infer<typeof BeginCmi5Payload>;
export type BegunCmi5 = z.infer<typeof BegunCmi5>;
export type LeaveCmi5Payload = z.infer<typeof LeaveCmi5Payload>;
export type LeftCmi5 = z.infer<typeof LeftCmi5>;
export type SendStatementPayload = z.infer<typeof SendStatementPayload>;
