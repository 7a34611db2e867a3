import {
  admitStudent,
  type Room,
  type SimulatedStudent,
  simulatedStudent,
  teamOf,
} from '@openrounds/learning';
import { uuidOf } from '@openrounds/platform';
import { type NewParticipant } from '../ports/answer-store';
import { type RoomRef, type StoredRoom } from '../ports/room-store';
import { type Seated } from './seat';

/** The id of a simulated student follows from room and number of the student: nothing has to be looked up. */
export const studentIdOf = ({ roomId }: Pick<RoomRef, 'roomId'>, no: number): string =>
  uuidOf(`openrounds/simulated-student ${roomId} ${String(no)}`);

/** Of no phone: no hash has this form, and so nobody can come in, or come back, as a simulated student. */
const keyOf = (no: number): string => `simulated-student-${String(no)}`;

/**
 * Seats simulated students, those next after whoever of them has come, up to one of them; fewer where the room is locked or
 * full. They sign nothing and agree to nothing, in a room that asks for accounts too.
 */
export function seatStudents(stored: StoredRoom, upTo: number, now: Date): Omit<Seated, 'seats'> {
  const added: NewParticipant[] = [];
  let { room } = stored;
  for (let no = comeTo(room) + 1; no <= upTo; no += 1) {
    const outcome = admitStudent(room);
    if (!outcome.ok) break;
    added.push(newStudent(stored, no, room.nextNumber, now));
    room = outcome.room;
  }
  return { room, added };
}

/** How many of the simulated students of a room have come. */
export const comeTo = ({ rehearsal }: Room): number => rehearsal?.numbers.length ?? 0;

const newStudent = (
  { roomId, room: { language } }: StoredRoom,
  no: number,
  number: number,
  now: Date,
): NewParticipant => ({
  participantId: studentIdOf({ roomId }, no),
  number,
  joinKeyHash: keyOf(no),
  resumeHash: keyOf(no),
  subject: null,
  language,
  name: null,
  joinedAt: now,
  decisions: [],
});

/** A simulated student in a room. */
export interface SeatedStudent {
  readonly student: SimulatedStudent;
  readonly participantId: string;
  readonly number: number;
}

/** Those simulated students who may answer a round: all who are there, or of teams whoever holds the pen. */
export function studentsAsked({ roomId, room }: StoredRoom, answerBy: 'team' | undefined): SeatedStudent[] {
  return (room.rehearsal?.numbers ?? []).flatMap((number, at) => {
    const mayAnswer =
      !room.removed.includes(number) && (answerBy !== 'team' || teamOf(room, number)?.pen === number);
    const no = at + 1;
    const student = simulatedStudent(roomId, no);
    return mayAnswer ? [{ student, participantId: studentIdOf({ roomId }, no), number }] : [];
  });
}
