import type { RoomAnswer, SubmissionInput, SubmissionReceipt } from '../room/types';

/** Where an answer stands. `refused` carries the code of the refusal. */
export type Posting = 'waiting' | 'kept' | 'late' | { readonly refused: string };

/** What this phone last committed in a round. */
export interface Posted extends SubmissionInput {
  readonly posting: Posting;
}

/** The newest commit of each round, by round id. Plain data: it outlives the page. */
export type Outbox = Readonly<Record<string, Posted>>;

export interface Commit {
  readonly roundId: string;
  readonly attempt: number;
  readonly answer: RoomAnswer;
  readonly committedAt: string;
  /** The highest revision that the room is known to have; 0 for none. */
  readonly knownRevision: number;
}

/** Puts an answer in; its revision is above all that this phone, or the room, has of the round. */
export function commit(outbox: Outbox, { knownRevision, ...given }: Commit): Outbox {
  const before = outbox[given.roundId];
  const own = before?.attempt === given.attempt ? before.revision : 0;
  const revision = Math.max(own, knownRevision) + 1;
  return { ...outbox, [given.roundId]: { ...given, revision, posting: 'waiting' } };
}

/** The answer to send next: the oldest that waits; null where nothing does. */
export function nextToSend(outbox: Outbox): SubmissionInput | null {
  const waiting = Object.values(outbox)
    .filter(({ posting }) => posting === 'waiting')
    .sort((one, two) => (one.committedAt < two.committedAt ? -1 : 1))[0];
  if (waiting === undefined) return null;
  const { posting: _, ...submission } = waiting;
  return submission;
}

/** The room has it. A receipt for an older revision says nothing about the newer one that waits. */
export function received(outbox: Outbox, receipt: SubmissionReceipt): Outbox {
  return marked(outbox, receipt, receipt.status === 'late' ? 'late' : 'kept');
}

/** The room does not take it, and would not the next time. */
export function refused(outbox: Outbox, sent: SubmissionInput, code: string): Outbox {
  return marked(outbox, sent, { refused: code });
}

function marked(
  outbox: Outbox,
  { roundId, attempt, revision }: Pick<SubmissionInput, 'roundId' | 'attempt' | 'revision'>,
  posting: Posting,
): Outbox {
  const posted = outbox[roundId];
  if (posted?.attempt !== attempt || posted.revision !== revision) return outbox;
  return { ...outbox, [roundId]: { ...posted, posting } };
}

/** What was committed in a round's present attempt; undefined where nothing was. */
export function postedIn(outbox: Outbox, round: { id: string; attempt: number }): Posted | undefined {
  const posted = outbox[round.id];
  return posted?.attempt === round.attempt ? posted : undefined;
}
