import { type PhraseSense } from '../model/sense';
import { atomsIn, denialBeside, positionsOf } from '../recognise/atoms';
import { type ConceptIndex, phraseTokens } from '../recognise/concept-index';
import { LEAST_SAID, LEAST_TOLD } from './likeness-index';

/** What a wording of a finding says, in any order, with how much each of its concepts tells. */
export interface LikeWording {
  readonly findingId: string;
  /** The most telling first. */
  readonly slots: readonly string[];
}

/** How wordings are held against a text. */
export interface LikeContent {
  readonly wordings: readonly LikeWording[];
  /** How much a concept tells: the natural logarithm of how many findings there are to each that is worded with it. */
  readonly weights: ReadonlyMap<string, number>;
}

const MOST_SLOTS = 7;
/** A word that the lexicon has not tells at most as much: it is rare among wordings, not in the world. */
const MOST_FOR_A_WORD = 4;

/** The concepts of a wording; none where it denies something, or says too little or too much to be held against a text. */
function slotsOf(phrase: string, index: ConceptIndex): readonly string[] {
  const tokens = phraseTokens(phrase);
  const atoms = atomsIn(tokens, 0, tokens.length, index);
  if (denialBeside(tokens, new Set(positionsOf(atoms))) >= 0) return [];
  const slots = [...new Set(atoms.flatMap(({ features }) => features))];
  return slots.length < LEAST_SAID || slots.length > MOST_SLOTS ? [] : slots;
}

/** Everything that wordings of findings say, each set of concepts once for a finding. */
export function likeContent(wordings: readonly PhraseSense[], index: ConceptIndex): LikeContent {
  const byFinding = new Map<string, Map<string, readonly string[]>>();
  for (const { phrase, sense } of wordings) {
    if (sense.kind !== 'finding' || sense.affirmsOnly === true) continue;
    const slots = slotsOf(phrase, index);
    if (slots.length === 0) continue;
    const known = byFinding.get(sense.findingId) ?? new Map<string, readonly string[]>();
    byFinding.set(sense.findingId, known);
    known.set([...slots].sort().join(' '), slots);
  }
  const weights = weightsOf([...byFinding.values()].map((sets) => new Set([...sets.values()].flat())));
  const weightOf = (slot: string): number => weights.get(slot) ?? 0;
  const tells = (slots: readonly string[]): boolean =>
    slots.reduce((sum, slot) => sum + weightOf(slot), 0) >= LEAST_TOLD;
  return {
    weights,
    wordings: [...byFinding].flatMap(([findingId, sets]) =>
      [...sets.values()].filter(tells).map((slots) => ({
        findingId,
        slots: [...slots].sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1)),
      })),
    ),
  };
}

function weightsOf(saidOf: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const slots of saidOf) for (const slot of slots) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  const weightOf = (slot: string, count: number): number => {
    const weight = Math.log(saidOf.length / count);
    return slot.startsWith('word:') ? Math.min(MOST_FOR_A_WORD, weight) : weight;
  };
  return new Map(Array.from(counts, ([slot, count]) => [slot, weightOf(slot, count)]));
}
