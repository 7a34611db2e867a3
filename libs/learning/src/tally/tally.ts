import { type ChoiceAnswer, type ErrorAnswer, type ErrorKind } from '../answers/answer';
import { type DifferentialTally, mergeDifferential } from './differential-tally';

/** How often each option was chosen, by id in code-unit order; options that nobody chose are left out. */
export interface ChoiceTally {
  readonly kind: 'choice';
  readonly answered: number;
  readonly options: readonly { readonly optionId: string; readonly count: number }[];
}

/** Where the planted error was looked for, by line and kind in code-unit order. */
export interface ErrorTally {
  readonly kind: 'error';
  readonly answered: number;
  readonly places: readonly {
    readonly lineId: string;
    readonly errorKind: ErrorKind;
    readonly count: number;
  }[];
}

/** Own words are read by the teacher, not counted. */
export interface TextTally {
  readonly kind: 'text';
  readonly answered: number;
}

/** Counts of a round, worked out from its rows: they may be thrown away and counted anew at any time. */
export type Tally = DifferentialTally | ChoiceTally | ErrorTally | TextTally;

export function choiceTally(answers: Iterable<ChoiceAnswer>): ChoiceTally {
  const all = [...answers];
  const chosen = all.flatMap(({ optionIds }) => optionIds.map((optionId) => ({ optionId, count: 1 })));
  return { kind: 'choice', answered: all.length, options: grouped(chosen, optionKey) };
}

export function errorTally(answers: Iterable<ErrorAnswer>): ErrorTally {
  const places = Array.from(answers, ({ lineId, errorKind }) => ({ lineId, errorKind, count: 1 }));
  return { kind: 'error', answered: places.length, places: grouped(places, placeKey) };
}

/**
 * The tally of two parts of one round. Exact, and independent of the order in which parts are merged.
 *
 * @throws TypeError for tallies of different tasks
 */
export function mergeTallies<T extends Tally>(one: T, two: T): T;
export function mergeTallies(one: Tally, two: Tally): Tally {
  const answered = one.answered + two.answered;
  if (one.kind === 'differential' && two.kind === 'differential') return mergeDifferential(one, two);
  if (one.kind === 'choice' && two.kind === 'choice')
    return { kind: 'choice', answered, options: grouped([...one.options, ...two.options], optionKey) };
  if (one.kind === 'error' && two.kind === 'error')
    return { kind: 'error', answered, places: grouped([...one.places, ...two.places], placeKey) };
  if (one.kind === 'text' && two.kind === 'text') return { kind: 'text', answered };
  throw new TypeError(`a tally of ${one.kind} cannot be merged with one of ${two.kind}`);
}

const optionKey = (row: { readonly optionId: string }): string => row.optionId;
const placeKey = (row: { readonly lineId: string; readonly errorKind: string }): string =>
  JSON.stringify([row.lineId, row.errorKind]);

/** Rows of one key as one row with the sum of their counts, in the order of the keys. */
function grouped<Row extends { readonly count: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const groups = new Map<string, Row>();
  for (const row of rows) {
    const before = groups.get(keyOf(row));
    groups.set(keyOf(row), before === undefined ? row : { ...row, count: before.count + row.count });
  }
  return [...groups].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, row]) => row);
}
