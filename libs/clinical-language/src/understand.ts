import { ageInYears, type Finding, type Patient, type UnderstoodPatient } from '@openrounds/contracts';
import { kinshipOfPatient } from './assertion/relatives';
import { complaintAttributes } from './conclude/complaint-attributes';
import { type AttributeRead, timeOfIllness } from './conclude/time-of-illness';
import { withAge } from './derived/by-age';
import { type Demographics, readDemographics } from './conclude/demographics';
import { type CompiledVocabulary } from './lexicon/compile';
import { respell } from './lexicon/spelling';
import { explainLabs, withoutSerial } from './laboratory-report/explain-labs';
import { settle } from './merge/contradictions';
import { type Statement } from './merge/statement';
import { type EnginePatient, type Understanding, type UnderstandingWarning } from './model/understanding';
import { readText } from './segmentation/read-text';
import { specimensIn } from './measure/specimens';
import { inOrderOfText, onClock } from './measure/value-time';
import { expandLetters } from './text/letters-en';
import { type Reading } from './text/reading';
import { unifyEnglishWords } from './text/same-words-en';
import { understandSentence } from './sentence/understand-sentence';
import { warn } from './merge/warnings';

/** Ages from 90 years on identify a person and are all kept as 90. */
const OLDEST_KEPT = 90;

/** A list that a person is to look through ends somewhere, whatever the text. */
const MAX_LISTED = 200;

type Age = NonNullable<Patient['age']>;

const tooOld = (age: Age): boolean => ageInYears(age) > OLDEST_KEPT;
const keptAge = (age: Age): Age => (tooOld(age) ? { value: OLDEST_KEPT, unit: 'a' } : age);

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

function contradictionWarnings(
  resolved: readonly { dropped: Statement }[],
  reading: Reading,
): UnderstandingWarning[] {
  return resolved.map(({ dropped }) =>
    warn('contradiction-resolved', reading.quote(dropped.from, dropped.to), dropped.findingId),
  );
}

/**
 * Understands a clinical text: findings with their assertion and place, laboratory results, the person, what was not
 * understood, and warnings. Pure and deterministic; any text is accepted and none is ever an error.
 * @param patientGiven what was entered beside the text; it counts for more than the text
 * @returns offsets in Unicode code points of `text`, end exclusive
 */
export function understandText(
  text: string,
  patientGiven: Patient | undefined,
  vocabulary: CompiledVocabulary,
): Understanding {
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
  const illness = timeOfIllness(sentences.map(({ times }) => times));
  const attributes = attributeFindings(illness, reading, vocabulary);
  const said = [
    ...sentences.flatMap((sentence) => sentence.statements),
    ...complaintAttributes(reading.tokens, sentences, vocabulary),
  ];
  const aged = withAge(said, context.patient, durationOf(attributes), vocabulary);
  const { statements, resolved } = settle(aged, vocabulary);
  const labs = onClock(sentences.flatMap((sentence) => inOrderOfText(sentence.labs))).slice(0, MAX_LISTED);
  const explained = explainLabs(labs, context.patient, vocabulary);
  return {
    findings: [...statements.map((statement) => toFinding(statement, reading)), ...attributes].sort(byPlace),
    labs: explained.labs,
    ...(explained.laboratory === undefined ? {} : { laboratory: explained.laboratory }),
    patient,
    unmatched: sentences.flatMap((sentence) => sentence.unmatched).slice(0, MAX_LISTED),
    warnings: withoutSerial([
      ...warnings,
      ...sentences.flatMap((sentence) => sentence.warnings),
      ...explained.warnings,
      ...contradictionWarnings(resolved, reading),
    ]).slice(0, MAX_LISTED),
  };
}
