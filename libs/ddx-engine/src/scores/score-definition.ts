/**
 * A clinical score as data. The language is closed: what is not listed here cannot be said, and nothing is ever
 * compiled or evaluated as code. Text in an expression is the id of a number input or of an earlier step.
 */
export type ScoreExpression =
  | number
  | string
  | { readonly sum: readonly ScoreExpression[] }
  | { readonly product: readonly ScoreExpression[] }
  | { readonly difference: readonly [ScoreExpression, ScoreExpression] }
  | { readonly quotient: readonly [ScoreExpression, ScoreExpression] }
  | { readonly min: readonly ScoreExpression[] }
  | { readonly max: readonly ScoreExpression[] }
  | { readonly ln: ScoreExpression }
  | { readonly exp: ScoreExpression }
  | { readonly sqrt: ScoreExpression }
  /** To so many decimals (default 0), a half upwards. */
  | { readonly round: ScoreExpression; readonly decimals?: number | undefined }
  /** The points where the condition holds, else 0. */
  | { readonly points: number; readonly when: ScoreCondition }
  /** One for each condition that holds. */
  | { readonly count: readonly ScoreCondition[] }
  /** A value for each option of a choice input. */
  | { readonly choose: string; readonly from: Readonly<Record<string, ScoreExpression>> }
  | { readonly table: ScoreExpression; readonly bands: readonly PointBand[] }
  | { readonly if: ScoreCondition; readonly then: ScoreExpression; readonly else: ScoreExpression };

/** A condition; text alone is the id of a boolean input. */
export type ScoreCondition =
  | string
  | { readonly all: readonly ScoreCondition[] }
  | { readonly any: readonly ScoreCondition[] }
  | { readonly not: ScoreCondition }
  | { readonly atLeast: number; readonly of: readonly ScoreCondition[] }
  | { readonly choice: string; readonly is: readonly string[] }
  | ({ readonly number: ScoreExpression } & NumberLimits);

/** All limits that are given must hold. */
export interface NumberLimits {
  readonly above?: number | undefined;
  readonly from?: number | undefined;
  readonly below?: number | undefined;
  readonly upTo?: number | undefined;
}

/**
 * Where a band ends: `below` leaves the number out, `upTo` takes it in. It begins where the one before it ended, so
 * bands can have neither gap nor overlap; the last one has no end.
 */
export interface BandEnd {
  readonly below?: number | undefined;
  readonly upTo?: number | undefined;
}

export interface PointBand extends BandEnd {
  readonly points: number;
}

export type ScoreInput =
  | { readonly id: string; readonly type: 'boolean' }
  | { readonly id: string; readonly type: 'choice'; readonly options: readonly { readonly id: string }[] }
  | {
      readonly id: string;
      readonly type: 'number';
      /** Both ends are possible values, in the input's unit. */
      readonly range: readonly [number, number];
      /** Whether only whole numbers make sense, as in the items of an examination. */
      readonly whole?: boolean | undefined;
    };

/** What the engine needs of a score; names, sources and texts are the knowledge base's. */
export interface ScoreDefinition {
  readonly id: string;
  readonly inputs: readonly ScoreInput[];
  /** Intermediate values by name; each may use those before it. */
  readonly steps?: readonly { readonly id: string; readonly value: ScoreExpression }[] | undefined;
  readonly value: ScoreExpression;
  readonly interpretation: readonly BandEnd[];
}

/** Inputs by id; what is left out or null is missing. A number is in the input's unit. */
export type ScoreValues = Readonly<Record<string, boolean | number | string | null | undefined>>;

/**
 * The value of a score, or the values between which it lies while inputs are missing. Missing inputs that make no
 * difference any more leave one value.
 */
export type ScoreResult =
  | { readonly value: number; readonly missing: readonly string[] }
  | { readonly min: number; readonly max: number; readonly missing: readonly string[] };
