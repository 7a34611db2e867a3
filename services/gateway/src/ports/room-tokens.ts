import { type Seat } from '../model/seat';

/** A token of a room, and when it ends. */
export interface RoomToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Tokens of those who joined a room: made and checked by the gateways alone, without asking anybody. */
export interface RoomTokens {
  sign(seat: Seat): Promise<RoomToken>;
  /** Whether a token says that it is one of a room; this proves nothing. */
  isOne(token: string): boolean;
  /** @returns undefined for a token that is not ours, has ended, or was made for something else */
  verify(token: string): Promise<Seat | undefined>;
}
export const ROOM_TOKENS = Symbol('RoomTokens');
