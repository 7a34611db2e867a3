import { uuidv7 } from 'uuidv7';

/** Time and ids as ports, so that tests can hold them still. */
export interface Clock {
  now(): Date;
}
export const systemClock: Clock = { now: () => new Date() };

/** UUID version 7 (RFC 9562). */
export const newId = (): string => uuidv7();
