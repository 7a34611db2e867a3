import type { WhatIfAnswer, WhatIfInput } from '../api/types';
import type { CodedFinding } from './draft';

/** What is otherwise than in the run: findings left out, and findings that were not there. */
export interface Otherwise {
  readonly without: readonly string[];
  readonly added: readonly CodedFinding[];
}
export const AS_IT_IS: Otherwise = { without: [], added: [] };

export const isOtherwise = ({ without, added }: Otherwise): boolean => without.length + added.length > 0;

/** The finding left out, or taken in again. */
export const toggled = (otherwise: Otherwise, findingId: string): Otherwise => ({
  ...otherwise,
  without: otherwise.without.includes(findingId)
    ? otherwise.without.filter((each) => each !== findingId)
    : [...otherwise.without, findingId],
});

/** One more finding, or the same one stated otherwise. What is said of a relative says nothing of the patient. */
export function withAdded(otherwise: Otherwise, finding: CodedFinding): Otherwise {
  const others = otherwise.added.filter(({ findingId }) => findingId !== finding.findingId);
  const counts = (finding.assertion ?? 'current') === 'current' && finding.presence !== 'unknown';
  return { ...otherwise, added: counts ? [...others, finding] : others };
}

/** The question as the server takes it. */
export function whatIfInput({ without, added }: Otherwise): WhatIfInput {
  return {
    set: added.map(({ findingId, presence, value, certainty }) => ({
      findingId,
      ...(value !== undefined && 'code' in value
        ? { value: { code: value.code } }
        : { presence: presence ?? 'present' }),
      ...(certainty !== undefined && { certainty }),
    })),
    remove: [...without],
  };
}

export interface WhatIfRow {
  /** A disease id, or `other`. */
  readonly key: string;
  /** null is Other. */
  readonly name: string | null;
  readonly probability: number;
  readonly before: number;
}

/** The leading rows as they would stand, Other at its place among them. */
export function whatIfRows(answer: Pick<WhatIfAnswer, 'differential' | 'other'>, count: number): WhatIfRow[] {
  const { other } = answer;
  const diseases = answer.differential.map(
    ({ diseaseId, name, probabilityAfter, probabilityBefore }): WhatIfRow => ({
      key: diseaseId,
      name,
      probability: probabilityAfter,
      before: probabilityBefore,
    }),
  );
  const rest: WhatIfRow = {
    key: 'other',
    name: null,
    probability: other.probabilityAfter,
    before: other.probabilityBefore,
  };
  return [...diseases, rest].toSorted((a, b) => b.probability - a.probability).slice(0, count);
}

/** A change of less than this is not worth words. */
const WORTH_SAYING = 0.01;

export interface WhatIfChange {
  /** The disease that would be first, where it is another one than now. */
  readonly newFirst: string | null;
  /** What moves most, the largest step first. */
  readonly moves: readonly { readonly name: string; readonly before: number; readonly after: number }[];
}

/** What would change, to be said in words. */
export function whatIfChange(
  { differential }: Pick<WhatIfAnswer, 'differential'>,
  count: number,
): WhatIfChange {
  const first = differential.find(({ rank }) => rank === 1);
  const moves = differential
    .map(({ name, probabilityBefore, probabilityAfter }) => ({
      name,
      before: probabilityBefore,
      after: probabilityAfter,
    }))
    .filter(({ before, after }) => Math.abs(after - before) >= WORTH_SAYING)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  return {
    newFirst: first === undefined || first.rankBefore === 1 ? null : first.name,
    moves: moves.slice(0, count),
  };
}
