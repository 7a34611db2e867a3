import { z } from 'zod';
import { panelsOf } from './as-usual';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type ConceptContent, conceptContent, conceptIndex } from '../recognise/concept-index';
import { lexiconConcepts } from '../recognise/concept';
import { draftPatterns } from '../frame/draft-patterns';
import { wordEvidence } from '../frame/word-evidence';
import { type Vocabulary, type VocabularyFinding, type VocabularyPanel } from '../model/vocabulary';
import { buildAttributeCues, isIllnessAttribute } from '../recognise/illness-words';
import { DENYING_WORDING } from './bag-words';
import { derivedContext } from './derived-contexts';
import { ancestorsOf } from './findings';
import {
  type Dictionary,
  dictionaryBytes,
  type DictionaryContent,
  type IndexedCause,
  openDictionary,
} from './dictionary';
import { ORDINARY_WORDS, STOP_STEMS, STOP_WORDS } from '../normalise/function-words';
import { type Laterality, lateralityOfName } from '../recognise/laterality';
import { PhraseReader } from '../normalise/phrases';
import { resultWordings } from './result-wordings';
import { type Entry, type PhraseSense, type Sense } from '../model/sense';
import { spellingWords } from '../normalise/spelling';
import {
  bothLanguages,
  openTerminology,
  type Terminology,
  terminologyBytes,
  wordingsOf,
} from './terminology';

/** A vocabulary made ready for matching, once per knowledge bundle. Its fields are this library's own affair. */
export interface CompiledVocabulary extends Terminology, Dictionary {}

const layRows = z.array(z.object({ finding: z.string(), words: z.array(z.coerce.string()) }));

/** What people say who do not know the word of a finding, as wordings of it. */
function layPhrases({ findings }: Vocabulary, names: readonly string[]): PhraseSense[] {
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  return names.flatMap((name) =>
    lexiconRows(name, layRows).flatMap(({ finding, words }): PhraseSense[] => {
      const [findingId = '', state] = finding.split('=');
      const own = known.get(findingId);
      if (own === undefined || (own.domain !== 'binary' && state === undefined)) return [];
      const sense: Sense =
        state === undefined ? { kind: 'finding', findingId } : { kind: 'state', findingId, state };
      return words.map((phrase) => ({ phrase, sense }));
    }),
  );
}

const askedRows = z.array(
  z.strictObject({
    finding: z.string(),
    toldBy: z.enum(['denial', 'answer']),
    words: z.array(z.string()),
  }),
);

/** What names a finding in a list of questions, and nowhere else: "falls: no". */
function askedPhrases({ findings }: Vocabulary, names: readonly string[]): PhraseSense[] {
  const known = new Set(findings.filter(({ domain }) => domain === 'binary').map(({ id }) => id));
  return names.flatMap((name) =>
    lexiconRows(name, askedRows)
      .filter(({ finding }) => known.has(finding))
      .flatMap(({ finding: findingId, toldBy, words }) =>
        words.map((phrase): PhraseSense => ({ phrase, sense: { kind: 'finding', findingId, toldBy } })),
      ),
  );
}

function findingPhrases(finding: VocabularyFinding): PhraseSense[] {
  if (isIllnessAttribute(finding.id)) return [];
  const findingId = finding.id;
  const kind = finding.domain === 'binary' ? 'finding' : 'quantity';
  const narrower = bothLanguages(finding.affirmOnly).map((phrase): PhraseSense => ({
    phrase,
    sense: { kind: 'finding', findingId, affirmsOnly: true },
  }));
  const names = new Set([finding.name.en, finding.name.zh]);
  const own = wordingsOf(finding).flatMap((phrase): PhraseSense[] => {
    const derived = finding.domain === 'binary' ? derivedContext(phrase) : undefined;
    const direct: PhraseSense = {
      phrase,
      sense: { kind, findingId },
      ...(names.has(phrase) && { isName: true }),
    };
    if (derived === undefined) return [direct];
    return [
      direct,
      { phrase: derived.base, sense: { kind: 'context', findingId, context: derived.context } },
    ];
  });
  const measures = (finding.otherMeasures ?? []).flatMap(({ names, molecularWeight }) =>
    bothLanguages(names).map((phrase): PhraseSense => ({
      phrase,
      sense: { kind: 'quantity', findingId, molecularWeight },
    })),
  );
  const tests = (finding.decidedBy ?? []).flatMap(({ names }, test) =>
    bothLanguages(names).map((phrase): PhraseSense => ({
      phrase,
      sense: { kind: 'quantity', findingId, test },
    })),
  );
  const states = Object.entries(finding.stateSynonyms ?? {}).flatMap(([state, lists]) =>
    bothLanguages(lists).map((phrase): PhraseSense => ({
      phrase,
      sense: { kind: 'state', findingId, state },
    })),
  );
  return [...own, ...narrower, ...measures, ...tests, ...states];
}

function panelPhrases(panel: VocabularyPanel): PhraseSense[] {
  return bothLanguages(panel.phrases).map((phrase) => ({
    phrase,
    sense: { kind: 'panel', panelId: panel.id },
  }));
}

function diseasePhrases(vocabulary: Vocabulary): PhraseSense[] {
  return (vocabulary.diseases ?? []).flatMap(({ id, name, synonyms, asFinding, isAttack }) =>
    [name.en, name.zh, ...bothLanguages(synonyms)].flatMap((phrase): PhraseSense[] => {
      const senses: Sense[] = [{ kind: 'disease', diseaseId: id }];
      const historical = asFinding?.historical ?? asFinding?.known;
      if (historical !== undefined)
        senses.push({
          kind: 'context',
          findingId: historical,
          context: 'historical',
          ...(isAttack ? { affirmsOnly: true } : {}),
        });
      if (asFinding?.family !== undefined)
        senses.push({ kind: 'context', findingId: asFinding.family, context: 'family' });
      if (asFinding?.contact !== undefined)
        senses.push({ kind: 'context', findingId: asFinding.contact, context: 'contact' });
      return senses.map((sense) => ({ phrase, sense }));
    }),
  );
}

/** Abbreviations that are ordinary words in lower case ("ALL", "US", "PAD") are read only when written in capitals. */
function needsCapitals(phrase: string): boolean {
  const lower = phrase.toLowerCase();
  return /^[A-Z][A-Z0-9]{1,4}$/.test(phrase) && (STOP_WORDS.has(lower) || ORDINARY_WORDS.has(lower));
}

/** Single Latin letters are no phrases ("T", "P"): vital signs have their own reader. */
const isUsable = (phrase: string): boolean => !/^[A-Za-z0-9]$/.test(phrase.trim());

/** "A levels": without its article the wording would be every level. */
const isOnlyGeneral = (phrase: string, [first = '', ...more]: readonly string[]): boolean =>
  more.length === 0 && STOP_STEMS.has(first) && phrase.includes(' ');

/**
 * "DVT病史", said of a relative, means the DVT: wordings of the past carry what their bare disease stands for in the
 * family.
 */
function familySenses(sensed: readonly PhraseSense[], reader: PhraseReader): PhraseSense[] {
  const key = (phrase: string): string => reader.classKeys(phrase).join(' ');
  const inFamily = new Map<string, Sense[]>();
  for (const { phrase, sense } of sensed) {
    if (sense.kind !== 'context' || sense.context !== 'family') continue;
    inFamily.set(key(phrase), [...(inFamily.get(key(phrase)) ?? []), sense]);
  }
  return sensed.flatMap(({ phrase, sense }) => {
    const derived = sense.kind === 'finding' ? derivedContext(phrase) : undefined;
    if (derived?.context !== 'historical') return [];
    return (inFamily.get(key(derived.base)) ?? []).map((family) => ({ phrase, sense: family }));
  });
}

/** The states of a finding that a disease is no more than another name for: hyponatraemia is a low sodium. */
function namesakes({ stateSynonyms }: VocabularyFinding, names: ReadonlySet<string>): readonly string[] {
  return Object.entries(stateSynonyms ?? {}).flatMap(([state, lists]) =>
    bothLanguages(lists).some((phrase) => names.has(phrase.toLowerCase())) ? [state] : [],
  );
}

function causeIndex({
  findings,
  diseases = [],
  resultCauses = [],
}: Vocabulary): DictionaryContent['resultCauses'] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const namesOf = new Map(
    diseases.map(({ id, name, synonyms }) => [
      id,
      new Set([name.en, name.zh, ...bothLanguages(synonyms)].map((one) => one.toLowerCase())),
    ]),
  );
  const index = new Map<string, IndexedCause[]>();
  for (const cause of resultCauses) {
    const names = namesOf.get(cause.diseaseId) ?? new Set();
    for (const findingId of cause.theta.keys()) {
      const finding = byId.get(findingId);
      const indexed = { cause, isNameOf: finding === undefined ? [] : namesakes(finding, names) };
      const known = index.get(findingId);
      if (known === undefined) index.set(findingId, [indexed]);
      else known.push(indexed);
    }
  }
  return index;
}

function sideIndex(findings: readonly VocabularyFinding[]): Map<string, Laterality> {
  return new Map(
    findings.flatMap(({ id, name }) => {
      const side = lateralityOfName(name.en);
      return side === undefined ? [] : [[id, side] as const];
    }),
  );
}

/** Every English word that counts somewhere: those of the phrases, and the plain words that stand around them. */
function* wordsIn(sensed: readonly PhraseSense[], reader: PhraseReader): Generator<string> {
  yield* STOP_WORDS;
  for (const { phrase } of sensed) {
    for (const { kind, text } of reader.tokens(phrase)) if (kind === 'word') yield text;
  }
}

/** What each finding is a kind of, nearest first. */
function kindsAbove({ findings }: Vocabulary): (findingId: string) => readonly string[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return (findingId) => ancestorsOf(findingId, { findings: byId });
}

let indexed: ConceptContent | undefined;

/** The concepts of the lexicon, indexed once: they are the same for every vocabulary. */
const conceptsOfLexicon = (): ConceptContent => (indexed ??= conceptContent(lexiconConcepts()));

function contentOf(vocabulary: Vocabulary, reader: PhraseReader): DictionaryContent {
  const named = [
    ...vocabulary.findings.flatMap(findingPhrases),
    ...panelsOf(vocabulary).flatMap(panelPhrases),
    ...diseasePhrases(vocabulary),
    ...layPhrases(vocabulary, ['en/lay', 'zh/lay']),
  ].filter(({ phrase }) => isUsable(phrase));
  const usable = (...files: string[]): PhraseSense[] =>
    layPhrases(vocabulary, files).filter(({ phrase }) => isUsable(phrase));
  const plain = usable('en/plain', 'zh/plain');
  const heard = usable('en/phrases', 'zh/phrases');
  const clauses = usable('en/clauses', 'zh/clauses');
  const sensed = [...named, ...plain, ...familySenses(named, reader)];
  const concepts = conceptsOfLexicon();
  const asked = askedPhrases(vocabulary, ['en/asked', 'zh/asked']);
  const phrases = [...sensed, ...asked, ...resultWordings(named, reader)].flatMap(
    ({ phrase, sense, leaves }) => {
      const keys = reader.classKeys(phrase);
      if (isOnlyGeneral(phrase, keys)) return [];
      const entry: Entry = {
        sense,
        capitalsOnly: needsCapitals(phrase),
        ...(leaves !== undefined && { leaves }),
        wording: reader.wording(phrase),
        asWritten: DENYING_WORDING.test(phrase),
      };
      return [[keys, entry] as const];
    },
  );
  return {
    phrases,
    concepts,
    evidence: wordEvidence(
      [...named, ...plain, ...heard, ...clauses],
      vocabulary.texts ?? [],
      conceptIndex(concepts),
    ),
    patterns: draftPatterns(
      { named, heard: [...plain, ...heard], above: kindsAbove(vocabulary) },
      conceptIndex(concepts),
    ),
    spelling: spellingWords(wordsIn(sensed, reader)),
    sides: sideIndex(vocabulary.findings),
    attributeCues: buildAttributeCues(vocabulary.findings),
    resultCauses: causeIndex(vocabulary),
    manifestations: vocabulary.manifestations ?? [],
  };
}

/** A compiled vocabulary as bytes: what checks of coded cases need, and what reading text needs beside it. */
export interface VocabularyBytes {
  readonly terminology: Uint8Array;
  readonly dictionary: Uint8Array;
}

/** Compiles a vocabulary. Takes seconds for a hundred thousand wordings: do it once per bundle and keep the bytes. */
export function vocabularyBytes(vocabulary: Vocabulary): VocabularyBytes {
  const reader = new PhraseReader();
  return {
    terminology: terminologyBytes(vocabulary, reader),
    dictionary: dictionaryBytes(contentOf(vocabulary, reader)),
  };
}

/** A vocabulary as it stands in its bytes: nothing is built, what is asked for is read when it is asked for. */
export const openVocabulary = ({ terminology, dictionary }: VocabularyBytes): CompiledVocabulary => ({
  ...openTerminology(terminology),
  ...openDictionary(dictionary),
});

/** Compiles a vocabulary for use in this process. */
export const compileVocabulary = (vocabulary: Vocabulary): CompiledVocabulary =>
  openVocabulary(vocabularyBytes(vocabulary));

/** The same vocabulary for readers that want no more than its wordings as they stand, and nothing composed. */
export const withoutComposition = (vocabulary: CompiledVocabulary): CompiledVocabulary => ({
  ...vocabulary,
  stretches: { in: () => [] },
  composition: { ...vocabulary.composition, patterns: { among: () => [] } },
});
