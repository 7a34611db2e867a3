import { type Example, type KeptWeights, learnKept } from '@openrounds/classifier';
import { normalise } from '../normalise/normalise';
import { LEARNT_KINDS } from './learnt-identifiers';
import { Passage } from './passage';
import { TokenClues } from './token-clues';

/** A text in which somebody marked what identifies a person; offsets in Unicode code points. */
export interface MarkedText {
  readonly text: string;
  readonly identifiers: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

/** How often all tokens are gone through. */
const EPOCHS = 4;

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

/** Learns from marked texts of one language which of their words identify somebody: the same texts give the same. */
export const learnIdentifiers = (texts: readonly MarkedText[]): KeptWeights =>
  learnKept(texts.flatMap(tokensOf), LEARNT_KINDS.length + 1, EPOCHS);
