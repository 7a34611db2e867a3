/** Somebody's place in a room, as a token of the room names it. */
export interface Seat {
  readonly tenantId: string;
  readonly roomId: string;
  /** The code that the room was joined by. */
  readonly code: string;
  readonly participantId: string;
  /** What the projector calls the participant, from 1. */
  readonly number: number;
}

/** Whether a seat is in the room that a path names, by its code or its id: a code may be another room's one day. */
export const isSeatIn = ({ code, roomId }: Pick<Seat, 'code' | 'roomId'>, named: string): boolean =>
  named === code || named.toLowerCase() === roomId;
