import { type CueKind } from './cues';

/** What governs one token: the kinds of cue in whose scope it stands. */
export type Scope = ReadonlySet<CueKind>;

const KINDS: readonly CueKind[] = [
  'negated',
  'excluded',
  'possible',
  'historical',
  'family',
  'other-person',
  'conditional',
  'planned',
  'ongoing',
];

const BITS: ReadonlyMap<CueKind, number> = new Map(KINDS.map((kind, index) => [kind, 1 << index]));
const SETS: Scope[] = [];

/** The bit of a kind that governs; 0 for those that only end or hide scopes. */
export const bitOf = (kind: CueKind): number => BITS.get(kind) ?? 0;

/**
 * The set of the kinds whose bits are given. There are few, and each is made once: a long text has a scope for every
 * token.
 */
export function scopeOf(bits: number): Scope {
  return (SETS[bits] ??= new Set(KINDS.filter((kind) => (bits & bitOf(kind)) !== 0)));
}
