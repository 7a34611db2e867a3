import { type RoundPlan } from './new-room';
import { type Layer, type ShownAnswer } from './room';

/** What a teacher can do in a room. */
export type Act =
  /** Starts the time; without `seconds` as planned, null for no timer. */
  | { readonly type: 'open'; readonly roundId: string; readonly seconds?: number | null }
  | { readonly type: 'close'; readonly roundId: string }
  /** More time for all, or for one number; null switches the timer off. */
  | {
      readonly type: 'extend';
      readonly roundId: string;
      readonly seconds: number | null;
      readonly number?: number;
    }
  /** A new attempt: the round waits to be opened again, and nothing of it is shown. */
  | { readonly type: 'reset'; readonly roundId: string }
  /** Shows layers, or hides them. `confirm` for the diagnosis while a round is left to be asked. */
  | {
      readonly type: 'reveal';
      readonly roundId: string;
      readonly layers: readonly Layer[];
      readonly hide?: boolean;
      readonly confirm?: boolean;
    }
  /** Whether late answers count; to be said before something is revealed. */
  | { readonly type: 'count-late'; readonly roundId: string; readonly counts: boolean }
  /** Shows the text up to a stage; a stage that is reached stays reached. */
  | { readonly type: 'stage'; readonly stageNo: number }
  /** Nobody new comes in, or everybody may again. */
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'add-round'; readonly round: RoundPlan }
  | { readonly type: 'remove'; readonly number: number }
  | { readonly type: 'hide-comment'; readonly number: number; readonly hidden: boolean }
  /** Puts an answer of the tutor on the wall, or takes away what stands there. */
  | { readonly type: 'show-answer'; readonly shown: ShownAnswer | null }
  | { readonly type: 'end' };

/** An act with its id, made by who presses: pressed or sent twice under one id it is carried out once. */
export type Command = { readonly id: string } & Act;
