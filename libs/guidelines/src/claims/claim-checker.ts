import { type Localised, type PassageLanguage } from '../passage';
import { NameDictionary, type NamedConcept } from '../vocabulary/name-dictionary';
import { type CheckedSentence, type ClaimEvidence, type ClaimPassage, type LocalisedRange } from './claim';
import {
  type Comparison,
  type ClaimNature,
  contradicts,
  leansAgainst,
  leansTowards,
  supports,
} from './verdict';
import { compare } from './compare';
import { type ReadSentence, readSentence } from './read-sentence';
import { CLAIM_LANGUAGES, claimsOf } from './claims-of';
import { type Stretch, stretchesOf } from './stretch';
import { type TermWeights, weighTerms } from './term-weights';

/** A claim in one language. */
interface Wording {
  readonly language: PassageLanguage;
  readonly read: ReadSentence;
}

/** A passage that a claim is held against, and the diseases whose names the claim need not repeat. */
interface HeldPassage {
  readonly passage: ClaimPassage;
  readonly subjects: readonly string[];
}

/** Where a passage holds most of a wording. */
interface Place {
  readonly stretch: Stretch;
  readonly comparison: Comparison;
}

/**
 * Holds statements on a disease against the passages on it: sentence by sentence, by terms, numbers and polarity. One language finds, the
 * other must lean the same way in the same passage. Pure and deterministic; of equal passages the first is named.
 */
export class ClaimChecker {
  private readonly names: NameDictionary;
  private readonly weights: { readonly [language in PassageLanguage]: TermWeights };
  private readonly stretches = new Map<
    ClaimPassage,
    { readonly [language in PassageLanguage]: readonly Stretch[] }
  >();

  /**
   * @param passages - all that there are; by them it is known which terms are common
   * @param concepts - diseases and findings that statements and passages may name by different words
   */
  constructor(
    private readonly passages: readonly ClaimPassage[],
    concepts: readonly NamedConcept[],
  ) {
    this.names = new NameDictionary(concepts);
    const textsIn = (language: PassageLanguage) => passages.flatMap(({ text }) => text[language] ?? []);
    this.weights = { en: weighTerms(textsIn('en'), 'en'), zh: weighTerms(textsIn('zh'), 'zh') };
  }

  /**
   * The sentences of a statement, each with its verdict. Sentences of two languages go together where they are equally many; otherwise the
   * statement is one claim.
   *
   * @param subjects - ids of the diseases that it is on: passages on one of them are looked at, and their names need not be repeated
   */
  check(statement: Localised, subjects: readonly string[], nature: ClaimNature = 'rule'): CheckedSentence[] {
    const own = this.passages.filter(({ forDiseases }) => forDiseases.some((id) => subjects.includes(id)));
    return this.against(
      own.map((passage) => ({ passage, subjects })),
      statement,
      nature,
    );
  }

  /**
   * The same of a statement that names its passages itself: these alone are looked at, and what a passage is on need not be repeated.
   *
   * @param passageIds - those that are not there say nothing
   */
  checkCited(statement: Localised, passageIds: readonly string[]): CheckedSentence[] {
    const cited = this.passages.filter(({ id }) => passageIds.includes(id));
    return this.against(
      cited.map((passage) => ({ passage, subjects: passage.forDiseases })),
      statement,
      'rule',
    );
  }

  private against(
    held: readonly HeldPassage[],
    statement: Localised,
    nature: ClaimNature,
  ): CheckedSentence[] {
    return claimsOf(statement).map((sentence) => {
      const wordings = CLAIM_LANGUAGES.flatMap((language): Wording[] => {
        const [text, range] = [statement[language], sentence[language]];
        if (text === undefined || range === undefined) return [];
        return [{ language, read: readSentence(text.slice(range.from, range.to), language, this.names) }];
      });
      return { sentence, ...this.verdictOf(wordings, held, nature) };
    });
  }

  private verdictOf(
    wordings: readonly Wording[],
    held: readonly HeldPassage[],
    nature: ClaimNature,
  ): Omit<CheckedSentence, 'sentence'> {
    const compared = held.map((each) => ({
      passage: each.passage,
      wordings: this.compared(each, wordings),
    }));
    const supported = best(compared, (each) => support(each, nature));
    const contradicted = best(compared, (each) => contradiction(each, nature));
    if (supported !== undefined)
      return {
        verdict: 'lexically-supported',
        evidence: supported,
        ...(contradicted && { against: contradicted }),
      };
    if (contradicted !== undefined) return { verdict: 'contradicted', evidence: contradicted };
    return { verdict: 'not-addressed' };
  }

  /** Each wording against every stretch of a passage; a wording in whose language the passage is missing has none. */
  private compared({ passage, subjects }: HeldPassage, wordings: readonly Wording[]): ComparedWording[] {
    return wordings.map(({ language, read }) => ({
      language,
      places: this.stretchesIn(passage)[language].map((stretch) => ({
        stretch,
        comparison: compare(read, stretch.held, this.weights[language], subjects),
      })),
    }));
  }

  private stretchesIn(passage: ClaimPassage) {
    const known = this.stretches.get(passage);
    if (known !== undefined) return known;
    const made = { en: stretchesOf(passage, 'en', this.names), zh: stretchesOf(passage, 'zh', this.names) };
    this.stretches.set(passage, made);
    return made;
  }
}

/** A wording of a claim beside a passage. */
interface ComparedWording {
  readonly language: PassageLanguage;
  readonly places: readonly Place[];
}

/** A claim beside a passage. */
interface Compared {
  readonly passage: ClaimPassage;
  readonly wordings: readonly ComparedWording[];
}

/** For each wording the place that is strongest. */
type StrongestPlace = Place & Pick<Wording, 'language'>;

const strongestPlaces = (
  wordings: readonly ComparedWording[],
  strength: (place: Place) => number,
): StrongestPlace[] =>
  wordings.flatMap(({ language, places }) => {
    const place = strongest(places, strength);
    return place === undefined ? [] : [{ language, ...place }];
  });

function support({ passage, wordings }: Compared, nature: ClaimNature): Found | undefined {
  const places = strongestPlaces(wordings, agreement);
  const against = new Set(
    strongestPlaces(wordings, inOneSentence)
      .filter(({ comparison }) => contradicts(comparison, nature))
      .map(({ language }) => language),
  );
  const holds =
    places.some(({ comparison }) => supports(comparison)) &&
    places.every(
      ({ comparison, language }) =>
        supports(comparison) || (leansTowards(comparison) && !against.has(language)),
    );
  return holds ? found(passage, places, agreement) : undefined;
}

function contradiction({ passage, wordings }: Compared, nature: ClaimNature): Found | undefined {
  const places = strongestPlaces(wordings, inOneSentence);
  const holds =
    places.some(({ comparison }) => contradicts(comparison, nature)) &&
    places.every(({ comparison }) => leansAgainst(comparison, nature));
  return holds ? found(passage, places, inOneSentence) : undefined;
}

/** How far a stretch says what is claimed; its numbers weigh as much as all its words. */
const agreement = ({ comparison: { met, opposed, numbers } }: Place): number =>
  met - opposed + Number(numbers === 'same');

/** How far a single sentence speaks of what is claimed: terms of two sentences deny nothing. */
const inOneSentence = ({ comparison: { met }, stretch }: Place): number =>
  stretch.sentences === 1 ? met : 0;

interface Found {
  readonly strength: number;
  readonly evidence: ClaimEvidence;
}

function found(
  { id }: ClaimPassage,
  places: readonly StrongestPlace[],
  strength: (place: Place) => number,
): Found {
  const ranges = places.map(({ language, stretch: { from, to } }) => [language, { from, to }]);
  return {
    strength: Math.max(...places.map(strength)),
    evidence: { passageId: id, ranges: Object.fromEntries(ranges) as LocalisedRange },
  };
}

const best = (compared: readonly Compared[], find: (each: Compared) => Found | undefined) =>
  strongest(
    compared.flatMap((each) => find(each) ?? []),
    ({ strength }) => strength,
  )?.evidence;

function strongest<Item>(items: readonly Item[], strength: (item: Item) => number): Item | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  return others.reduce((top, item) => (strength(item) > strength(top) ? item : top), first);
}
