import { type IllnessAttribute } from './illness-cues';

/** How an illness began, how long it has lasted or how it ran, as a text says it. Token positions, end exclusive. */
export interface AttributeRead {
  readonly attribute: IllnessAttribute;
  readonly state: string;
  readonly from: number;
  readonly to: number;
  /** Duration only: days. */
  readonly days?: number;
  /** 0.5..1; 1 unless it is said vaguely or only follows from something else. */
  readonly certainty?: number;
  /** Duration only: the day of something that happened ("chills last night"), which need not be how long. */
  readonly isEvent?: true;
  /** Onset only: that of an injury, `days` ago. */
  readonly isOfInjury?: true;
}

/** Upper limits in days, exclusive. A calendar month counts as one to three months, 28 days as weeks. */
const DURATION_STATES: readonly (readonly [number, string])[] = [
  [1, 'under-24h'],
  [7.5, 'days-1-7'],
  [29.5, 'weeks-1-4'],
  [92.5, 'months-1-3'],
  [Number.POSITIVE_INFINITY, 'over-3-months'],
];

/** The state of `illness-duration` for a length in days. */
export function durationState(days: number): string {
  return DURATION_STATES.find(([limit]) => days < limit)?.[1] ?? 'over-3-months';
}

/** How sure an attribute is that is said without a number or follows from another. */
export const CERTAINTY_IMPLIED = 0.7;
