import { type ErrorCode, type GivenJoin } from '@openrounds/contracts';
import { admit, type Room } from '@openrounds/learning';
import { type NewParticipant, type Participant } from '../ports/answer-store';
import { decisionsToAdd } from './consents';

/** Somebody at the door. */
export interface Entrant extends GivenJoin {
  /** The learner whose participant it becomes; null for nobody's. */
  readonly belongsTo: string | null;
}

export type Seat =
  | { readonly ok: true; readonly participantId: string; readonly number: number }
  | { readonly ok: false; readonly code: ErrorCode };

export interface Seated {
  readonly room: Room;
  readonly added: readonly NewParticipant[];
  /** In the order of those who asked. */
  readonly seats: readonly Seat[];
}

/**
 * Seats a batch. The same key is the same participant, within the batch too; who was in the room before comes in even where
 * it is locked or full.
 */
export function seatAll(
  room: Room,
  known: readonly Participant[],
  joins: readonly Entrant[],
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Seated {
  const added: NewParticipant[] = [];
  let current = room;
  const seats = joins.map((join): Seat => {
    const there = [...known, ...added].find((each) => isSame(each, join));
    if (there !== undefined) return seatOf(current, there);
    if (join.resumes) return { ok: false, code: 'not-found' };
    if (room.entry === 'account' && join.subject === null) return { ok: false, code: 'unauthenticated' };
    const outcome = admit(current);
    if (!outcome.ok) return { ok: false, code: outcome.code };
    const participant = newcomer(join, current.nextNumber, now, newId());
    current = outcome.room;
    added.push(participant);
    return { ok: true, participantId: participant.participantId, number: participant.number };
  });
  return { room: current, added, seats };
}

const isSame = ({ joinKeyHash, resumeHash }: Participant, join: Entrant): boolean =>
  join.resumes ? resumeHash === join.resumeHash : joinKeyHash === join.joinKeyHash;

const seatOf = ({ removed }: Room, { participantId, number }: Participant): Seat =>
  removed.includes(number) ? { ok: false, code: 'forbidden' } : { ok: true, participantId, number };

const newcomer = (
  { joinKeyHash, resumeHash, belongsTo: subject, language, name, consents }: Entrant,
  number: number,
  now: Date,
  participantId: string,
): NewParticipant => ({
  participantId,
  number,
  joinKeyHash,
  resumeHash,
  subject,
  language,
  name,
  joinedAt: now,
  decisions: decisionsToAdd([], consents, now),
});
