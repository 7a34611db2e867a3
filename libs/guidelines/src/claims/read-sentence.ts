import { type PassageLanguage } from '../passage';
import { type NameDictionary } from '../vocabulary/name-dictionary';
import { POLARITY_WORDS } from './polarity-words';
import { quantitiesIn, type Quantity } from './quantities';
import { termsIn } from './terms';

/** A name, or a word between names, and whether the part of the sentence that it stands in is denied. */
export interface Element {
  /** Ids of the diseases and findings that a name may mean; none where it is a word. */
  readonly concepts: readonly string[];
  readonly terms: readonly string[];
  readonly denied: boolean;
}

/** A number and what it is the number of: the words before it, the nearest first. */
export interface ReadQuantity extends Quantity {
  readonly of: readonly string[];
}

export interface ReadSentence {
  readonly elements: readonly Element[];
  readonly quantities: readonly ReadQuantity[];
}

/** How many words before a number tell what it measures. */
const LABEL_LENGTH = 3;

/** A sentence as names, words and numbers, with what is denied of them. */
export function readSentence(
  sentence: string,
  language: PassageLanguage,
  names: NameDictionary,
): ReadSentence {
  const quantities = quantitiesIn(sentence, language);
  const words = blankedOut(sentence, quantities);
  const elements = partsOf(words, language, names).flatMap(({ text, denied }) =>
    names.cut(text).flatMap((stretch): Element[] => {
      const terms = termsIn(stretch.text, language);
      if (stretch.concepts.length > 0)
        return [{ concepts: stretch.concepts.map(({ id }) => id), terms, denied }];
      return terms.map((term) => ({ concepts: [], terms: [term], denied }));
    }),
  );
  return {
    elements,
    quantities: quantities.map((quantity) => ({
      ...quantity,
      of: termsIn(words.slice(0, quantity.from), language).reverse().slice(0, LABEL_LENGTH),
    })),
  };
}

interface Part {
  /** Without the words that deny. */
  readonly text: string;
  readonly denied: boolean;
}

/** A sentence cut where the reach of a denial ends: at its commas and conjunctions, and before a second denial. A name denies nothing. */
function partsOf(text: string, language: PassageLanguage, names: NameDictionary): Part[] {
  const { parts, denies, spares } = POLARITY_WORDS[language];
  const stretches = names.cut(text);
  const sentence = stretches.map((stretch) => stretch.text).join('');
  const seen = stretches
    .map((stretch) => (stretch.concepts.length > 0 ? stretch.text.replace(LETTERS, hidden) : stretch.text))
    .join('')
    .replace(spares, hidden);
  const denials = Array.from(seen.matchAll(denies), ({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
  const stops = Array.from(seen.matchAll(parts), ({ index }) => index);
  const seconds = denials.slice(1).flatMap(({ from }, i) => {
    const before = denials[i]?.to ?? 0;
    return stops.some((stop) => stop >= before && stop <= from) ? [] : [from];
  });
  const bounds = [0, ...[...stops, ...seconds].sort((a, b) => a - b), sentence.length];
  const words = blankedOut(sentence, denials);
  return bounds.slice(1).map((to, i) => {
    const from = bounds[i] ?? 0;
    return {
      text: words.slice(from, to),
      denied: denials.some((denial) => denial.from >= from && denial.from < to),
    };
  });
}

const LETTERS = /[\p{L}\p{N}]+/gu;
const hidden = (word: string): string => '\u0000'.repeat(word.length);

/** The text with spaces in place of some stretches: positions stay. */
const blankedOut = (
  text: string,
  stretches: readonly { readonly from: number; readonly to: number }[],
): string =>
  stretches.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
