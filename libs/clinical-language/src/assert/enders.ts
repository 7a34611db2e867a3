import { type Cue, type CueCategory } from './cue';
import { type Placed } from './placed-cue';

/** Categories in whose scope others end where they begin. */
const ENDS_OTHERS: Partial<Record<CueCategory, readonly CueCategory[]>> = {
  negated: ['negated', 'possible', 'affirmed'],
  possible: ['negated', 'possible', 'affirmed', 'historical'],
  affirmed: ['negated', 'possible'],
  current: ['historical'],
  historical: ['current'],
};

export const endsScopeOf = ({ category, of }: Cue, other: CueCategory): boolean =>
  category === 'ends' ? (of?.has(other) ?? true) : ENDS_OTHERS[category]?.includes(other) === true;

/**
 * Where the scopes of cues of one category and direction are ended; worked out once for each. What is over is not ended by
 * the time at which it was there: "on admission he had jaundice, *which has gone*".
 */
export function endersOf(placed: readonly Placed[]): (cue: Cue) => ReadonlySet<number> {
  const known = new Map<string, ReadonlySet<number>>();
  return ({ category, direction, over = false }) => {
    const key = `${category} ${direction} ${String(over)}`;
    const ending = over ? placed.filter(({ cue }) => cue.direction === 'backward') : placed;
    const stops = known.get(key) ?? stopsFor(category, direction, ending);
    known.set(key, stops);
    return stops;
  };
}

function stopsFor(
  category: CueCategory,
  direction: Cue['direction'],
  placed: readonly Placed[],
): Set<number> {
  const stops = new Set<number>();
  for (const { cue, from: start, to } of placed) {
    if (direction === 'backward' && cue.opens === true) {
      stops.add(start - 1);
      continue;
    }
    if (!endsScopeOf(cue, category)) continue;
    if (direction === 'forward' && cue.direction === 'forward') stops.add(start);
    if (direction === 'backward') for (let at = start; at < to; at += 1) stops.add(at);
  }
  return stops;
}

/** Where cues of two kinds begin that end a denial elsewhere, and in some places do not. */
export interface Starts {
  /** They merely say that something is: "has". */
  readonly statements: ReadonlySet<number>;
  /** They say nothing but that another part of a record begins: 颈静脉. */
  readonly openings: ReadonlySet<number>;
}

export function startsOf(placed: readonly Placed[]): Starts {
  const [statements, openings] = [new Set<number>(), new Set<number>()];
  for (const { cue, from } of placed) {
    if (isMereStatement(cue)) statements.add(from);
    if (cue.category === 'ends') openings.add(from);
  }
  for (const { cue, from } of placed) if (cue.category !== 'ends') openings.delete(from);
  return { statements, openings };
}

/** "Has", "there is": says that something is, and so ends a denial; it is no answer. */
export const isMereStatement = ({ category, direction, reach }: Cue): boolean =>
  category === 'affirmed' && direction === 'forward' && reach === 'list';

export const governsNothing = (cue: Cue): boolean =>
  cue.category === 'ends' || cue.category === 'pseudo' || isMereStatement(cue);
