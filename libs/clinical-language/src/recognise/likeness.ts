import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { type Stretch, type Token } from '../model/token';
import { type Atom, atomsIn, phrasesAt } from './atoms';
import { type ConceptIndex, keyOf, type Meaning, phraseTokens } from './concept-index';
import { grammar } from './grammar';
import { gather } from '../normalise/lists-by-key';

const words = z.array(z.string());

/** What something is said to be like, and what that says; the examples are tests. */
export const IMAGES = lexiconRows(
  'images',
  z.array(
    z.strictObject({
      means: words,
      en: words,
      zh: words,
      example: z.strictObject({ text: z.string(), told: z.string() }),
    }),
  ),
);

const images = new PhraseTrie<Meaning>();
for (const { means, en, zh } of IMAGES)
  for (const phrase of [...en, ...zh]) images.add(phraseTokens(phrase).map(keyOf), { features: means });

const LIKE = 'comparisons:like';

/** How many tokens an image may stand from its word of likeness, behind it, or in Chinese before it as well (火烧一样). */
const FAR = 8;

/** The images near a word of likeness, each in its own words. */
function imagesNear(tokens: readonly Token[], like: Atom, from: number, to: number): Atom[] {
  const { dividers } = grammar();
  const isHan = tokens[like.from]?.kind === 'han';
  const isApart = (at: number): boolean => dividers.has(tokens[at]?.text ?? '');
  let [start, end] = [isHan ? like.from : like.to, like.to];
  while (start > from && isHan && like.from - start < FAR && !isApart(start - 1)) start -= 1;
  while (end < to && end - like.to < FAR && !isApart(end)) end += 1;
  const found: Atom[] = [];
  for (let at = start; at < end;) {
    let image: Atom | undefined;
    phrasesAt(tokens, at, end, { phrases: images.held }, (behind, { features }) => {
      image = { from: at, to: behind, features };
    });
    if (image !== undefined) found.push(image);
    at = image?.to ?? at + 1;
  }
  return found;
}

/**
 * What is said by likeness: "like a knife in my chest" tells of a stabbing pain. An image stands in place of what its words
 * say elsewhere.
 */
function withLikenesses(
  tokens: readonly Token[],
  from: number,
  to: number,
  atoms: readonly Atom[],
): readonly Atom[] {
  const found = gather(atoms, (atom) =>
    atom.features.includes(LIKE) ? imagesNear(tokens, atom, from, to) : [],
  );
  if (found.length === 0) return atoms;
  const places = new Map(found.map((image) => [image.from, image]));
  const told = [...places.values()];
  const kept = atoms.filter((atom) => !told.some((image) => atom.from < image.to && image.from < atom.to));
  return [...kept, ...told].sort((a, b) => a.from - b.from);
}

/** What each sentence says, word by word; first of all sentences what their words say, then what they are likened to. */
export function atomsOfSentences(
  tokens: readonly Token[],
  sentences: readonly Stretch[],
  index: ConceptIndex,
): (readonly Atom[])[] {
  return sentences
    .map(({ from, to }) => atomsIn(tokens, from, to, index))
    .map((atoms, at) => withLikenesses(tokens, sentences[at]?.from ?? 0, sentences[at]?.to ?? 0, atoms));
}
