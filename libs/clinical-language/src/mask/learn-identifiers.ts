import { type Example, Softmax } from '@openrounds/classifier';
import { normalise } from '../normalise/normalise';
import { LEARNT_KINDS, type LearntIdentifiers, placeOf, PLACES } from './learnt-identifiers';
import { Passage } from './passage';
import { TokenClues } from './token-clues';

/** A text in which somebody marked what identifies a person; offsets in Unicode code points. */
export interface MarkedText {
  readonly text: string;
  readonly identifiers: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

/** What one token has tells of this token alone. */
const LEAST_SEEN = 2;
/** How often all tokens are gone through. */
const EPOCHS = 4;
/** A weight is kept as a number of eight bits. */
const LARGEST = 127;

/** The learnt kind that a marked one is taken for: a place is a place, whoever owns it, and all numbers look alike. */
const LEARNT_AS: Readonly<Record<string, (typeof LEARNT_KINDS)[number]>> = {
  name: 'name',
  address: 'address',
  org: 'address',
};

function labelOf(kind: string | undefined): number {
  if (kind === undefined) return 0;
  return LEARNT_KINDS.indexOf(LEARNT_AS[kind] ?? 'mrn') + 1;
}

/** Each word of a text with what is known of it, and what it is. */
function tokensOf({ text, identifiers }: MarkedText): Example<number>[] {
  const source = normalise(text);
  const passage = new Passage(source);
  const clues = new TokenClues(passage);
  return passage.tokens.flatMap(({ start, end }, at) => {
    if (!clues.isWord(at)) return [];
    const original = source.toOriginal(start, end);
    const inside = identifiers.find((one) => original.start < one.end && original.end > one.start);
    return [{ features: [...clues.of(at)], label: labelOf(inside?.kind) }];
  });
}

/** What was learnt, as it is kept: weights in eight bits, as base64. */
function keptOf(learnt: Softmax<number>): LearntIdentifiers {
  const classes = LEARNT_KINDS.length + 1;
  const weights = new Int8Array(PLACES * classes);
  let largest = 0;
  for (const [, each] of learnt.byFeature())
    for (const weight of each) largest = Math.max(largest, Math.abs(weight));
  const step = largest / LARGEST;
  for (const [place, each] of learnt.byFeature())
    each.forEach((weight, label) => (weights[place * classes + label] = Math.round(weight / step)));
  return { bias: [...learnt.bias], step, weights: Buffer.from(weights.buffer).toString('base64') };
}

/** Learns from marked texts of one language which of their words identify somebody: the same texts give the same. */
export function learnIdentifiers(texts: readonly MarkedText[]): LearntIdentifiers {
  const all = texts.flatMap(tokensOf);
  const seen = new Map<number, number>();
  for (const { features } of all) for (const clue of features) seen.set(clue, (seen.get(clue) ?? 0) + 1);
  const placesOf = (features: readonly number[]): number[] => [
    ...new Set(features.filter((clue) => (seen.get(clue) ?? 0) >= LEAST_SEEN).map(placeOf)),
  ];
  const examples = all.map(({ features, label }) => ({ features: placesOf(features), label }));
  return keptOf(
    new Softmax(
      examples,
      Array.from({ length: LEARNT_KINDS.length + 1 }, () => 1),
      EPOCHS,
    ),
  );
}
