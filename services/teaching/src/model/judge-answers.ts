import { type ErrorCode, type GivenSubmission } from '@openrounds/contracts';
import { answerIssues, receive, type Receipt, type Refusal, type Room } from '@openrounds/learning';
import { type Chosen, keyOf, type Recorded, type StoredAnswer } from '../ports/answer-store';
import { type StoredRoom } from '../ports/room-store';
import { answererOf } from './team';

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

/** An answer under the id under which it is kept, and the number of who wrote it. */
interface Placed extends Arrived {
  readonly number: number;
}

/** Undefined for somebody who is not in the room (any more). */
function placed(
  stored: StoredRoom,
  arrived: Arrived,
  present: ReadonlyMap<string, number>,
): Placed | undefined {
  const number = present.get(arrived.participantId);
  if (number === undefined) return undefined;
  return { ...arrived, number, participantId: answererOf(stored, arrived.roundId, { ...arrived, number }) };
}

/**
 * What of a batch is to be written: one answer a round, attempt and participant or team, the highest revision, in the order
 * of their ids, so that two batches wait for one another and never for each other.
 */
export function answersToWrite(
  stored: StoredRoom,
  arrivals: readonly Arrived[],
  present: ReadonlyMap<string, number>,
  knowsDisease: (id: string) => boolean,
): Chosen {
  const highest = new Map<string, StoredAnswer>();
  const all = arrivals.flatMap((arrived) => placed(stored, arrived, present) ?? []);
  for (const arrived of all) {
    if (issuesOf(stored.room, arrived, knowsDisease).length > 0) continue;
    const receipt = judgement(stored.room, arrived, arrived.number, null);
    const before = highest.get(keyOf(arrived));
    if (!receipt.ok || (before !== undefined && before.revision >= arrived.revision)) continue;
    highest.set(keyOf(arrived), storedOf(arrived, arrived.number, receipt.status === 'late'));
  }
  const write = [...highest.values()].sort((one, two) => (one.participantId < two.participantId ? -1 : 1));
  return { write, look: all };
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
  { stored, present, written, kept }: Recorded,
  knowsDisease: (id: string) => boolean,
): Judged[] {
  const told = new Set<string>();
  const { room } = stored;
  return arrivals.map((each) => {
    const arrived = placed(stored, each, present);
    if (arrived === undefined) return { ok: false, code: 'forbidden', errors: [] };
    const { number } = arrived;
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
