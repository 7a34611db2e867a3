import { type Interval } from './interval';
import { type ScoreInput, type ScoreValues } from './score-definition';

/** What a condition can still be. */
export interface Truth {
  readonly canHold: boolean;
  readonly canFail: boolean;
}

/** What an input can still be: one value where it is known, all it allows where it is missing. */
export type Possible =
  | { readonly type: 'boolean'; readonly truth: Truth }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'number'; readonly interval: Interval };

export type PossibleValues = ReadonlyMap<string, Possible>;

const UNSETTLED: Truth = { canHold: true, canFail: true };

/** A truth that is known. */
export const settled = (holds: boolean): Truth => ({ canHold: holds, canFail: !holds });

/** Whether an input was not given: left out and null are the same. */
export const isMissing = ({ id }: ScoreInput, values: ScoreValues): boolean =>
  values[id] === undefined || values[id] === null;

/** Values are taken as checked. */
export function possibleValues(inputs: readonly ScoreInput[], values: ScoreValues): Map<string, Possible> {
  return new Map(inputs.map((input) => [input.id, possibleOf(input, values[input.id])]));
}

function possibleOf(input: ScoreInput, value: ScoreValues[string]): Possible {
  switch (input.type) {
    case 'boolean':
      return { type: 'boolean', truth: typeof value === 'boolean' ? settled(value) : UNSETTLED };
    case 'choice':
      return {
        type: 'choice',
        options: typeof value === 'string' ? [value] : input.options.map(({ id }) => id),
      };
    case 'number': {
      const [lo, hi] = typeof value === 'number' ? [value, value] : input.range;
      return { type: 'number', interval: { lo, hi } };
    }
  }
}
