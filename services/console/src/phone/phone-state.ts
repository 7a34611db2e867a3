import type { Link } from '../room/connection';
import { clockAhead } from '../room/time';
import { frameMark, newestFrame } from '../room/frames';
import type { Mine, NamedDisease, PublicRoom, RoomStage, RoomState } from '../room/types';
import type { Heard, Memory } from './memory';

/** Why a phone is not let in. */
export type Refusal = 'no-room' | 'locked' | 'full' | 'ended' | 'account' | 'resume-code';

/** Everything that the page shows is worked out from this. */
export interface PhoneState {
  readonly code: string;
  /** What anybody with the code sees; null before the server has said it. */
  readonly door: PublicRoom | null;
  readonly refusal: Refusal | null;
  readonly joining: boolean;
  readonly removed: boolean;
  /** Whether one wants to be forgotten: thinks about it, has asked the room, which did not answer, or has done it. */
  readonly forgetting: 'no' | 'thinking' | 'asked' | 'unanswered' | 'done';
  readonly link: Link;
  readonly frame: RoomState | null;
  readonly mine: Mine | null;
  /** By number, in the language of the page. */
  readonly stages: Readonly<Record<number, RoomStage>>;
  readonly names: readonly NamedDisease[];
  readonly memory: Memory;
  /** Whether the browser keeps what is written; else it lasts as long as the page. */
  readonly keptHere: boolean;
  /** Milliseconds that the server's clock is ahead. */
  readonly ahead: number;
}

/** What is known before anything was asked; `heard` is of the seat that is kept, if any. */
export const firstState = (
  code: string,
  memory: Memory,
  names: readonly NamedDisease[],
  heard: Heard | null,
): PhoneState => ({
  code,
  door: null,
  refusal: null,
  joining: false,
  removed: false,
  forgetting: 'no',
  link: 'connecting',
  frame: null,
  mine: null,
  stages: {},
  ahead: 0,
  ...(memory.seat !== null && heard),
  names,
  memory,
  keptHere: true,
});

/** The state with a frame that arrived, and whether one's own things may have changed with it. */
export function withFrame(
  state: PhoneState,
  arrived: RoomState,
  now: number,
): { readonly state: PhoneState; readonly changed: boolean } {
  const frame = newestFrame(state.frame, arrived);
  const changed = state.frame === null || frameMark(state.frame) !== frameMark(frame);
  return { state: { ...state, frame, ahead: clockAhead(arrived.serverNow, now) }, changed };
}

/** What the page is about. */
export type PhonePage =
  | 'looking'
  | 'refused'
  | 'join'
  | 'removed'
  | 'forget'
  | 'forgotten'
  | 'lobby'
  | 'between'
  | 'answer'
  | 'closed'
  | 'shown'
  | 'ended';

export function pageOf({ door, refusal, removed, forgetting, frame, memory }: PhoneState): PhonePage {
  if (forgetting !== 'no') return forgetting === 'done' ? 'forgotten' : 'forget';
  if (removed) return 'removed';
  if (memory.seat === null) {
    if (refusal !== null && refusal !== 'resume-code') return 'refused';
    return door === null ? 'looking' : 'join';
  }
  if (frame === null) return 'looking';
  if (frame.state === 'ended') return 'ended';
  const { round, layers } = frame;
  // The diagnosis may be shown at a stage that asks nothing.
  if (round === null) return layers.length > 0 ? 'shown' : frame.stage === null ? 'lobby' : 'between';
  if (round.state === 'open') return 'answer';
  return layers.length > 0 ? 'shown' : 'closed';
}

/** When one's own time is over: the teacher may have given this number more than the others. */
export function ownDeadline({ frame, mine }: Pick<PhoneState, 'frame' | 'mine'>): string | null {
  const round = frame?.round ?? null;
  if (round === null) return null;
  const own = mine?.rounds.find(({ roundId, attempt }) => roundId === round.id && attempt === round.attempt);
  if (own === undefined || round.closesAt === null) return round.closesAt;
  return own.closesAt === null || own.closesAt > round.closesAt ? own.closesAt : round.closesAt;
}
