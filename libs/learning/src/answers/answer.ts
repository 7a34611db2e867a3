/** A diagnosis picked from the vocabulary, with what is staked on it. */
export interface NamedEntry {
  readonly diseaseId: string;
  /** Whole points of 100, at least 1. */
  readonly points: number;
}

/** A diagnosis in the student's own words. */
export interface WordedEntry {
  readonly text: string;
  /** Whole points of 100, at least 1. */
  readonly points: number;
}

export type DifferentialEntry = NamedEntry | WordedEntry;

/** A differential with a probability for each diagnosis; all points, Other among them, sum to 100. */
export interface DifferentialAnswer {
  readonly kind: 'differential';
  readonly entries: readonly DifferentialEntry[];
  /** Never 0: nobody knows everything, and so no logarithmic score is infinite. */
  readonly other: number;
}

/** The next test, the next question, or a free vote. */
export interface ChoiceAnswer {
  readonly kind: 'choice';
  readonly optionIds: readonly string[];
}

/** What can be wrong with a line of a list: the kinds of the template "find the error". */
export const ERROR_KINDS = [
  'wrong-sign',
  'finding-not-in-the-case',
  'danger-left-out',
  'base-rate',
  'counted-twice',
  'sum',
  'misread-value',
  'wrongly-excluded',
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

/** The planted error: the line where it stands and what is wrong there. */
export interface ErrorAnswer {
  readonly kind: 'error';
  readonly lineId: string;
  readonly errorKind: ErrorKind;
  readonly why?: string;
}

/** A problem representation in the student's own words. */
export interface TextAnswer {
  readonly kind: 'text';
  readonly text: string;
}

/** What a student commits to in a round. */
export type Answer = DifferentialAnswer | ChoiceAnswer | ErrorAnswer | TextAnswer;

/** The points that an answer hands out. */
export const ALL_POINTS = 100;

/** Fewest and most diagnoses of a differential. */
export const ENTRIES = { min: 3, max: 5 } as const;

/** Longest texts, in UTF-16 code units; the whole submission stays below 2 KB in Chinese too. */
export const LONGEST = { diagnosis: 80, why: 300, text: 600 } as const;
