import { type Possible, settled } from './possible-values';

/** So many combinations are computed at most; inputs beyond stay whole, which is wider but never wrong. */
const MOST_CASES = 256;
/** A missing number that occurs more than once is cut into so many pieces. */
const PIECES = 8;

type Values = ReadonlyMap<string, Possible>;

/**
 * The cases that missing inputs leave open, where one occurs more than once: interval arithmetic forgets that both
 * occurrences have the same value, so each value (or piece of a range) is computed by itself.
 */
export function splitMissing(values: Values, repeated: readonly string[]): readonly Values[] {
  return repeated.reduce<readonly Values[]>(
    (cases, id) => {
      const value = values.get(id);
      const parts = value === undefined ? [] : partsOf(value);
      if (parts.length < 2 || cases.length * parts.length > MOST_CASES) return cases;
      return cases.flatMap((one) => parts.map((part) => new Map(one).set(id, part)));
    },
    [values],
  );
}

function partsOf(value: Possible): readonly Possible[] {
  switch (value.type) {
    case 'boolean':
      return value.truth.canHold && value.truth.canFail
        ? [true, false].map((holds) => ({ type: 'boolean', truth: settled(holds) }))
        : [value];
    case 'choice':
      return value.options.map((option) => ({ type: 'choice', options: [option] }));
    case 'number': {
      const { lo, hi } = value.interval;
      if (lo === hi) return [value];
      const cut = (piece: number): number => (piece === PIECES ? hi : lo + ((hi - lo) * piece) / PIECES);
      return Array.from({ length: PIECES }, (_, piece) => ({
        type: 'number',
        interval: { lo: cut(piece), hi: cut(piece + 1) },
      }));
    }
  }
}
