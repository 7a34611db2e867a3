import {
  type ResultCause,
  type Vocabulary,
  type VocabularyFinding,
  type VocabularyPanel,
} from '../model/vocabulary';
import { type AttributeCue, buildAttributeCues, isIllnessAttribute } from '../attributes/illness-cues';
import { DENYING_WORDING } from './bag-words';
import { derivedContext } from './derived-contexts';
import { ORDINARY_WORDS, STOP_STEMS, STOP_WORDS } from './function-words';
import { type Laterality, lateralityOfName } from './laterality';
import { buildLooseIndex, type LooseIndex } from './loose-index';
import { PhraseTrie } from './phrase-trie';
import { PhraseReader } from './phrases';
import { resultWordings } from './result-wordings';
import { type Entry, type PhraseSense, type Sense } from './sense';
import { Spelling } from './spelling';
import { bothLanguages, compileTerminology, type Terminology, wordingsOf } from './terminology';

/** A cause of a finding's results, with the states that it is only another name for. */
interface IndexedCause {
  readonly cause: ResultCause;
  readonly isNameOf: readonly string[];
}

/** A vocabulary made ready for matching, once per knowledge bundle. Its fields are this library's own affair. */
export interface CompiledVocabulary extends Terminology {
  /** @internal */
  readonly phrases: PhraseTrie<Entry>;
  /** @internal */
  readonly loose: LooseIndex;
  /** @internal The long words of all phrases, for slips of the pen. */
  readonly spelling: Spelling;
  /** @internal Side of the body by finding, of those whose name has one. */
  readonly sides: ReadonlyMap<string, Laterality>;
  /** @internal */
  readonly attributeCues: PhraseTrie<AttributeCue>;
  /** @internal The diseases that can give a result, by the finding of the result. */
  readonly resultCauses: ReadonlyMap<string, readonly IndexedCause[]>;
}

function findingPhrases(finding: VocabularyFinding): PhraseSense[] {
  if (isIllnessAttribute(finding.id)) return [];
  const findingId = finding.id;
  const kind = finding.domain === 'binary' ? 'finding' : 'quantity';
  const own = wordingsOf(finding).flatMap((phrase): PhraseSense[] => {
    const derived = finding.domain === 'binary' ? derivedContext(phrase) : undefined;
    const direct: PhraseSense = { phrase, sense: { kind, findingId } };
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
  const tests = bothLanguages(finding.decidedBy?.names).map((phrase): PhraseSense => ({
    phrase,
    sense: { kind: 'quantity', findingId },
  }));
  const states = Object.entries(finding.stateSynonyms ?? {}).flatMap(([state, lists]) =>
    bothLanguages(lists).map((phrase): PhraseSense => ({
      phrase,
      sense: { kind: 'state', findingId, state },
    })),
  );
  return [...own, ...measures, ...tests, ...states];
}

function panelPhrases(panel: VocabularyPanel): PhraseSense[] {
  return bothLanguages(panel.phrases).map((phrase) => ({
    phrase,
    sense: { kind: 'panel', panelId: panel.id },
  }));
}

function diseasePhrases(vocabulary: Vocabulary): PhraseSense[] {
  return (vocabulary.diseases ?? []).flatMap(({ id, name, synonyms, asFinding }) =>
    [name.en, name.zh, ...bothLanguages(synonyms)].flatMap((phrase): PhraseSense[] => {
      const senses: Sense[] = [{ kind: 'disease', diseaseId: id }];
      const historical = asFinding?.historical ?? asFinding?.known;
      if (historical !== undefined)
        senses.push({ kind: 'context', findingId: historical, context: 'historical' });
      if (asFinding?.family !== undefined)
        senses.push({ kind: 'context', findingId: asFinding.family, context: 'family' });
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
}: Vocabulary): CompiledVocabulary['resultCauses'] {
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

/** Builds the dictionaries of a vocabulary. Costs up to a second for thousands of findings: do it once per bundle. */
export function compileVocabulary(vocabulary: Vocabulary): CompiledVocabulary {
  const reader = new PhraseReader();
  const named = [
    ...vocabulary.findings.flatMap(findingPhrases),
    ...vocabulary.panels.flatMap(panelPhrases),
    ...diseasePhrases(vocabulary),
  ].filter(({ phrase }) => isUsable(phrase));
  const sensed = [...named, ...familySenses(named, reader)];
  const phrases = new PhraseTrie<Entry>();
  for (const { phrase, sense, leaves } of [...sensed, ...resultWordings(named, reader)]) {
    const keys = reader.classKeys(phrase);
    if (isOnlyGeneral(phrase, keys)) continue;
    phrases.add(keys, {
      sense,
      capitalsOnly: needsCapitals(phrase),
      ...(leaves !== undefined && { leaves }),
      wording: reader.wording(phrase),
      asWritten: DENYING_WORDING.test(phrase),
    });
  }
  return {
    ...compileTerminology(vocabulary, reader),
    phrases,
    loose: buildLooseIndex(sensed, reader),
    spelling: new Spelling(wordsIn(sensed, reader)),
    sides: sideIndex(vocabulary.findings),
    attributeCues: buildAttributeCues(vocabulary.findings),
    resultCauses: causeIndex(vocabulary),
  };
}
