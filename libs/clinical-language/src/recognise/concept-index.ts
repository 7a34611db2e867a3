import { type Token } from '../model/token';
import { isTransparent } from '../normalise/function-words';
import { type Nodes } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { normalise } from '../normalise/normalise';
import { unifyAbilities } from '../normalise/same-words';
import { tokenise } from '../normalise/tokens';
import { addTo, byKey } from '../normalise/lists-by-key';
import { type Concept, CONCEPT_KINDS } from './concept';

/** What a stretch of words says. */
export interface Meaning {
  /** The concept as `kind:id`, or the concepts that it says at once. */
  readonly features: readonly string[];
  /** An abbreviation that is a word in small letters ("RA", "MS"): it counts in capitals only. */
  readonly capitals?: true;
}

/** Concepts by their words, and what each is a kind of. */
export interface ConceptIndex {
  /** What phrases mean, by the keys of their tokens; one meaning each. */
  readonly phrases: Nodes<unknown, Meaning>;
  /** What a feature is a kind of, with how far above it that stands; itself at 0. */
  above(feature: string): ReadonlyMap<string, number>;
}

/** An index while it is made. */
export interface ConceptContent {
  readonly phrases: PhraseTrie<Meaning>;
  readonly above: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The key of a token in look-up. */
export const keyOf = ({ stem, key }: Token): string => stem ?? key;

/** Articles, joining marks, and words that the one before them stands for ("able" in "not able to"). */
export const isPassedOver = (token: Token): boolean =>
  isTransparent(token) || (token.kind === 'word' && token.silent === true && token.stem === undefined);

/** The tokens of a phrase that count in look-up. */
export const phraseTokens = (phrase: string): Token[] =>
  unifyAbilities(tokenise(normalise(phrase))).filter((token) => !isPassedOver(token));

const featureOf = ({ kind, id }: Pick<Concept, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The concepts that a concept says at once; itself where it has no parts. */
function featuresOf(concept: Concept, byId: ReadonlyMap<string, readonly Concept[]>): string[] {
  if (concept.parts.length === 0) return [featureOf(concept)];
  return concept.parts.flatMap((id) => {
    const part = byId.get(id)?.find((one) => one.parts.length === 0);
    return part === undefined ? [`word:${id}`] : [featureOf(part)];
  });
}

/** Concepts by what they are a kind of, and by what says the same. */
interface Ties {
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly same: ReadonlyMap<string, readonly string[]>;
}

/** Everything that a concept is a kind of, nearest first; what says the same is as near. */
function aboveOf(feature: string, { parents, same }: Ties): Map<string, number> {
  const found = new Map([[feature, 0]]);
  for (const [each, distance] of found) {
    for (const one of same.get(each) ?? []) if (!found.has(one)) found.set(one, distance);
    for (const up of parents.get(each) ?? []) if (!found.has(up)) found.set(up, distance + 1);
  }
  return found;
}

const ABBREVIATION = /^[A-Z]{1,4}$/;

/**
 * Indexes the concepts of a lexicon. Ids are unique within a kind; `parts` name a concept of any kind. Of several
 * concepts with one word the one that lists it first has it, then the kind that comes first.
 */
export function conceptContent(concepts: readonly Concept[]): ConceptContent {
  const byId = byKey(concepts, ({ id }) => id);
  const parents = new Map<string, string[]>();
  const same = new Map<string, string[]>();
  const meanings = new Map<string, Meaning>();
  const weights = new Map<string, number>();
  for (const concept of concepts) {
    const ofKind = (id: string): Concept[] =>
      (byId.get(id) ?? []).filter(({ kind }) => kind === concept.kind);
    const own = featureOf(concept);
    parents.set(own, concept.isA.flatMap(ofKind).map(featureOf));
    if (concept.act !== undefined) {
      const act = featureOf({ kind: 'acts', id: concept.act });
      addTo(same, own, act);
      addTo(same, act, own);
    }
    const features = [...new Set(featuresOf(concept, byId))];
    for (const words of [concept.en, concept.zh])
      for (const [place, phrase] of words.entries()) {
        const tokens = phraseTokens(phrase);
        if (tokens.length === 0) continue;
        const keys = tokens.map(keyOf).join(' ');
        const weight = place * CONCEPT_KINDS.length + CONCEPT_KINDS.indexOf(concept.kind);
        if (weight >= (weights.get(keys) ?? Infinity)) continue;
        weights.set(keys, weight);
        meanings.set(keys, { features, ...(ABBREVIATION.test(phrase) && { capitals: true }) });
      }
  }
  const phrases = new PhraseTrie<Meaning>();
  for (const [keys, meaning] of meanings) phrases.add(keys.split(' '), meaning);
  const above = new Map(
    [...parents].flatMap(([feature, ups]) =>
      ups.length === 0 && !same.has(feature) ? [] : [[feature, aboveOf(feature, { parents, same })]],
    ),
  );
  return { phrases, above };
}

/** What stands alone is a kind of itself. */
export const onlyItself = (feature: string): ReadonlyMap<string, number> => new Map([[feature, 0]]);

/** An index for use while it is made. */
export const conceptIndex = ({ phrases, above }: ConceptContent): ConceptIndex => ({
  phrases: phrases.held,
  above: (feature) => above.get(feature) ?? onlyItself(feature),
});
