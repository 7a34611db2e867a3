import { type RoomRef } from './room-store';

/** Counts rounds that have changed: soon, and all that came meanwhile at once. */
export interface Counting {
  soon(ref: RoomRef, roundId: string): void;
}
export const COUNTING = Symbol('Counting');
