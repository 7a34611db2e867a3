import {
  ageInYears,
  type Finding,
  type Lab,
  type Patient,
  type SetAside,
  type UnderstoodPatient,
} from '@openrounds/contracts';
import { kinshipOfPatient } from './assert/relatives';
import { complaintAttributes } from './conclude/complaint-attributes';
import { type AttributeRead, timeOfIllness } from './conclude/time-of-illness';
import { asPatientHas } from './conclude/whom-it-fits';
import { type Demographics, readDemographics } from './conclude/demographics';
import { type CompiledVocabulary } from './vocabulary/compile';
import { respell } from './normalise/spelling';
import { explainLabs, withoutSerial } from './laboratory-report/explain-labs';
import { type Aside, asidesTold } from './collect/set-aside';
import { settle } from './conclude/contradictions';
import { type Statement } from './collect/statement';
import { type EnginePatient, type Understanding, type UnderstandingWarning } from './model/understanding';
import { readText } from './segment/read-text';
import { specimensIn } from './measure/specimens';
import { inOrderOfText, onClock } from './measure/value-time';
import { expandLetters } from './normalise/other-senses';
import { type Reading } from './segment/reading';
import { unifyEnglishWords } from './normalise/same-words';
import { type SentenceUnderstanding, understandSentence } from './read-sentence';
import { warn } from './model/warnings';

/** Ages from 90 years on identify a person and are all kept as 90. */
const OLDEST_KEPT = 90;

/** A list that a person is to look through ends somewhere, whatever the text. */
const MAX_LISTED = 200;
/** Words that led to nothing are all listed: a text of 20,000 characters has no more such stretches. */
const MAX_UNREAD = 4_000;

type Age = NonNullable<Patient['age']>;

const tooOld = (age: Age): boolean => ageInYears(age) > OLDEST_KEPT;
/** An age as it is kept: one above 89 years would tell who it is. */
export const keptAge = (age: Age): Age => (tooOld(age) ? { value: OLDEST_KEPT, unit: 'a' } : age);

/** What was entered counts for more than what the text says; differences are reported. */
function mergePatient(
  given: Patient | undefined,
  said: Demographics,
): { patient: UnderstoodPatient; warnings: UnderstandingWarning[] } {
  const warnings: UnderstandingWarning[] = [];
  const saidAge = said.age !== undefined && ageInYears(said.age) <= 130 ? said.age : undefined;
  const age = given?.age ?? saidAge ?? null;
  if (age !== null && tooOld(age)) warnings.push(warn('age-above-89'));
  if (given?.age && saidAge !== undefined && Math.abs(ageInYears(given.age) - ageInYears(saidAge)) >= 1) {
    const bothOld = tooOld(keptAge(given.age)) && tooOld(keptAge(saidAge));
    if (!bothOld) warnings.push(warn('age-in-text-differs'));
  }
  const givenSex = given?.sex === undefined || given.sex === 'unknown' ? undefined : given.sex;
  if (givenSex !== undefined && said.sex !== undefined && said.sex !== givenSex)
    warnings.push(warn('sex-in-text-differs'));
  const sex = givenSex ?? said.sex ?? 'unknown';
  if (
    typeof given?.pregnant === 'boolean' &&
    said.pregnant !== undefined &&
    said.pregnant !== given.pregnant
  ) {
    warnings.push(warn('pregnancy-in-text-differs'));
  }
  const pregnant = given?.pregnant ?? (sex === 'male' ? null : (said.pregnant ?? null));
  return { patient: { age: age === null ? null : keptAge(age), sex, pregnant }, warnings };
}

/** A patient as intervals and the engine see one. */
export function enginePatient(patient: UnderstoodPatient): EnginePatient {
  return {
    ageYears: patient.age === null ? null : ageInYears(patient.age),
    sex: patient.sex,
    pregnant: patient.pregnant ?? null,
  };
}

function toFinding(statement: Statement, reading: Reading): Finding {
  return {
    findingId: statement.findingId,
    ...(statement.presence === undefined ? {} : { presence: statement.presence }),
    ...(statement.value === undefined ? {} : { value: statement.value }),
    certainty: statement.certainty,
    assertion: 'current',
    source: { kind: statement.kind, ...reading.quote(statement.from, statement.to) },
  };
}

function attributeFindings(
  reads: readonly AttributeRead[],
  reading: Reading,
  vocabulary: CompiledVocabulary,
): Finding[] {
  const known = reads.filter(({ attribute, state }) =>
    vocabulary.findings.get(attribute)?.states?.includes(state),
  );
  return known.map(({ attribute, state, from, to, certainty }) => ({
    findingId: attribute,
    value: { code: state },
    certainty,
    assertion: 'current',
    source: { kind: 'text', ...reading.quote(from, to) },
  }));
}

/** The state of the illness's duration, if the text gives one. */
function durationOf(attributes: readonly Finding[]): string | undefined {
  const value = attributes.find(({ findingId }) => findingId === 'illness-duration')?.value;
  return value !== undefined && 'code' in value ? value.code : undefined;
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.source?.start ?? 0) - (b.source?.start ?? 0) || (a.findingId < b.findingId ? -1 : 1);

function contradictionWarnings(dropped: readonly Statement[], reading: Reading): UnderstandingWarning[] {
  return dropped.map(({ from, to, findingId }) =>
    warn('contradiction-resolved', reading.quote(from, to), findingId),
  );
}

/** What was said and is not kept: against something else in the text or in the patient, or once more what is told. */
const notKept = (said: readonly Statement[], dropped: ReadonlySet<Statement>): Aside[] =>
  said.map((statement) => ({
    from: statement.from,
    to: statement.to,
    reason: dropped.has(statement) ? 'contradicted' : 'repeated',
  }));

/** Values that a text gives twice. */
const labsTwice = (given: readonly Lab[], kept: readonly Lab[]): SetAside[] =>
  given.flatMap(({ source }) => {
    if (source?.quote === undefined || kept.some((lab) => lab.source?.start === source.start)) return [];
    return [{ quote: source.quote, start: source.start ?? 0, end: source.end ?? 0, reason: 'repeated' }];
  });

/** A text read sentence by sentence. */
export interface ReadText {
  readonly reading: Reading;
  readonly demographics: Demographics;
  readonly patient: UnderstoodPatient;
  readonly warnings: readonly UnderstandingWarning[];
  readonly sentences: readonly SentenceUnderstanding[];
}

/** Reads each sentence of a text for itself. */
export function readSentences(
  text: string,
  patientGiven: Patient | undefined,
  vocabulary: CompiledVocabulary,
): ReadText {
  const asWritten = readText(text);
  const reading = {
    ...asWritten,
    tokens: unifyEnglishWords(respell(expandLetters(asWritten.tokens), vocabulary.spelling)),
  };
  const demographics = readDemographics(reading);
  const { patient, warnings } = mergePatient(patientGiven, demographics);
  const context = {
    reading,
    vocabulary,
    patient: enginePatient(patient),
    demographicTokens: demographics.tokens,
    kinshipOfPatient: kinshipOfPatient(reading.tokens),
    specimens: specimensIn(reading),
  };
  const sentences = reading.sentences.map((sentence) => understandSentence(sentence, context));
  return { reading, demographics, patient, warnings, sentences };
}

/** What the sentences of a text come to together. */
export function concludeText(
  { reading, patient, warnings, sentences }: ReadText,
  vocabulary: CompiledVocabulary,
): Understanding {
  const person = enginePatient(patient);
  const illness = timeOfIllness(sentences.map(({ times }) => times));
  const attributes = attributeFindings(illness, reading, vocabulary);
  const said = [
    ...sentences.flatMap((sentence) => sentence.statements),
    ...complaintAttributes(reading.tokens, sentences, vocabulary),
  ];
  const fitting = asPatientHas(said, person, durationOf(attributes), vocabulary);
  const fits = new Set(fitting);
  const unfit = said.filter((statement) => !fits.has(statement));
  const { statements, resolved } = settle(fitting, vocabulary);
  const dropped = resolved.map((one) => one.dropped);
  const labs = onClock(sentences.flatMap((sentence) => inOrderOfText(sentence.labs))).slice(0, MAX_LISTED);
  const explained = explainLabs(labs, person, vocabulary);
  return {
    findings: [...statements.map((statement) => toFinding(statement, reading)), ...attributes].sort(byPlace),
    labs: explained.labs,
    ...(explained.laboratory === undefined ? {} : { laboratory: explained.laboratory }),
    patient,
    unmatched: sentences
      .flatMap(({ unmatched }) => unmatched.map(({ from, to }) => reading.quote(from, to)))
      .slice(0, MAX_UNREAD),
    setAside: [
      ...asidesTold(
        [
          ...sentences.flatMap(({ setAside }) => setAside),
          ...notKept([...fitting, ...unfit], new Set([...dropped, ...unfit])),
        ],
        [...statements, ...illness],
        reading,
      ),
      ...labsTwice(labs, explained.labs),
    ].slice(0, MAX_UNREAD),
    warnings: withoutSerial([
      ...warnings,
      ...sentences.flatMap((sentence) => sentence.warnings),
      ...explained.warnings,
      ...contradictionWarnings(dropped, reading),
    ]).slice(0, MAX_LISTED),
  };
}

/**
 * Understands a clinical text: findings with their assertion and place, laboratory results, the person, what was not
 * understood, what was and does not count, and warnings. Pure and deterministic; any text is accepted and none is ever
 * an error.
 * @param patientGiven what was entered beside the text; it counts for more than the text
 * @returns offsets in Unicode code points of `text`, end exclusive
 */
export function understandText(
  text: string,
  patientGiven: Patient | undefined,
  vocabulary: CompiledVocabulary,
): Understanding {
  return concludeText(readSentences(text, patientGiven, vocabulary), vocabulary);
}
