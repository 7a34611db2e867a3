import { type Room } from './room';

/** Why a command, an answer or somebody who wants to join is turned away: codes of the public errors. */
export type RefusalCode =
  | 'commit-first'
  | 'forbidden'
  | 'invalid-request'
  | 'newer-revision'
  | 'not-found'
  | 'not-open'
  | 'pen-elsewhere'
  | 'room-ended'
  | 'room-full'
  | 'room-locked'
  | 'round-not-open'
  | 'round-open'
  | 'round-reset'
  | 'team-full'
  | 'teams-formed';

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** JSON pointer (RFC 6901) to the field of the command at fault, where there is one. */
  readonly pointer?: string;
}

export interface Accepted {
  readonly ok: true;
  readonly room: Room;
}

export type Outcome = Accepted | Refusal;

export function refuse(code: RefusalCode, pointer?: string): Refusal {
  return pointer === undefined ? { ok: false, code } : { ok: false, code, pointer };
}

export function accept(room: Room): Accepted {
  return { ok: true, room };
}
