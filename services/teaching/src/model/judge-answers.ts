import { type ErrorCode, type GivenSubmission } from '@openrounds/contracts';
import { answerIssues, receive, type Receipt, type Refusal, type Room } from '@openrounds/learning';
import { keyOf, type Recorded, type StoredAnswer } from '../ports/answer-store';

/** An answer as it arrived. */
export interface Arrived extends GivenSubmission {
  readonly receivedAt: Date;
}

export type Judged =
  | { readonly ok: true; readonly status: 'kept' | 'unchanged' | 'late' }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly errors: readonly { readonly pointer: string; readonly code: string }[];
    };

const judgement = (
  room: Room,
  { receivedAt, ...arrived }: Arrived,
  number: number,
  kept: Parameters<typeof receive>[2],
): Receipt | Refusal => receive(room, { ...arrived, number, receivedAt: receivedAt.getTime() }, kept);

/** What is wrong with an answer to the round that it names; nothing where there is no such round. */
function issuesOf(room: Room, { roundId, answer }: Arrived, knowsDisease: (id: string) => boolean) {
  const round = room.rounds.find(({ id }) => id === roundId);
  return round === undefined ? [] : answerIssues(answer, round.task, knowsDisease);
}

/**
 * What of a batch is to be written: one answer a round, attempt and participant, the highest revision, in the order of the
 * participants, so that two batches wait for one another and never for each other.
 */
export function answersToWrite(
  room: Room,
  arrivals: readonly Arrived[],
  present: ReadonlyMap<string, number>,
  knowsDisease: (id: string) => boolean,
): StoredAnswer[] {
  const highest = new Map<string, StoredAnswer>();
  for (const arrived of arrivals) {
    const number = present.get(arrived.participantId);
    if (number === undefined || issuesOf(room, arrived, knowsDisease).length > 0) continue;
    const receipt = judgement(room, arrived, number, null);
    const before = highest.get(keyOf(arrived));
    if (!receipt.ok || (before !== undefined && before.revision >= arrived.revision)) continue;
    highest.set(keyOf(arrived), storedOf(arrived, number, receipt.status === 'late'));
  }
  return [...highest.values()].sort((one, two) => (one.participantId < two.participantId ? -1 : 1));
}

const storedOf = (arrived: Arrived, number: number, late: boolean): StoredAnswer => ({
  roundId: arrived.roundId,
  attempt: arrived.attempt,
  participantId: arrived.participantId,
  number,
  revision: arrived.revision,
  late,
  committedAt: new Date(arrived.committedAt),
  receivedAt: arrived.receivedAt,
  answer: arrived.answer,
});

/** What is said of each answer of a batch after the commit: what was written first, the rest by what is kept. */
export function judgeBatch(
  arrivals: readonly Arrived[],
  { stored: { room }, present, written, kept }: Recorded,
  knowsDisease: (id: string) => boolean,
): Judged[] {
  const told = new Set<string>();
  return arrivals.map((arrived) => {
    const number = present.get(arrived.participantId);
    if (number === undefined) return { ok: false, code: 'forbidden', errors: [] };
    const issues = issuesOf(room, arrived, knowsDisease);
    if (issues.length > 0)
      return {
        ok: false,
        code: 'invalid-request',
        errors: issues.map(({ pointer, code }) => ({ pointer: `/answer${pointer}`, code })),
      };
    const key = keyOf(arrived);
    const now = kept.get(key);
    const isWritten = written.has(key) && now?.revision === arrived.revision && !told.has(key);
    if (isWritten) told.add(key);
    return judgedOf(judgement(room, arrived, number, isWritten ? null : (now ?? null)));
  });
}

const judgedOf = (receipt: Receipt | Refusal): Judged =>
  receipt.ok
    ? { ok: true, status: receipt.status }
    : {
        ok: false,
        code: receipt.code,
        errors: receipt.pointer === undefined ? [] : [{ pointer: receipt.pointer, code: receipt.code }],
      };
