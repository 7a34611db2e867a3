import { type Place } from '../gather/gathering';
import { sayAmount, sayAnswer, type Measured } from '../gather/measured';
import { below } from '../gather/pointer';
import { answerOf, interpretationOf, pregnancyOf, PREGNANCY_STATUS } from '../terminology/answers';
import { written } from '../terminology/codes';
import { ownFinding, readOwnMeasurement } from './own';
import { readQuantity, titreOf } from './quantity';
import { codingsOf, readConcept, type Reading } from './reading';
import { type CodeableConcept, type Measurement } from './schemas';

const ASSERTION = 'http://terminology.hl7.org/CodeSystem/v3-ActCode|ASSERTION';
/** Codes that ask "which symptom or finding?": the answer is the value's code. */
const WHICH_FINDING: ReadonlySet<string> = new Set([
  ASSERTION,
  'http://loinc.org|75325-1',
  'http://snomed.info/sct|404684003',
]);

const asks = (code: CodeableConcept | undefined): boolean =>
  codingsOf(code).some(({ system = '', code: own = '' }) => WHICH_FINDING.has(`${system}|${own}`));

const asksPregnancy = (code: CodeableConcept | undefined): boolean =>
  codingsOf(code).some(({ system, code: own }) => system === 'http://loinc.org' && own === PREGNANCY_STATUS);

/** Elements that hold a value of a kind that is not read. */
const UNREAD_VALUES = [
  'valueString',
  'valueRange',
  'valueSampledData',
  'valueTime',
  'valueDateTime',
  'valuePeriod',
];

/**
 * One measurement, or one component: what is measured by its code, then its value.
 *
 * @param isGroup whether it stands for its components or members, so that it needs no value of its own
 * @returns whether the patient is pregnant, where that is what it says
 */
export function readMeasurement(
  measurement: Measurement,
  place: Place,
  reading: Reading,
  isGroup = false,
): boolean | undefined {
  const { gathering, vocabulary } = reading;
  const { code, dataAbsentReason } = measurement;
  const valueAt = Object.keys(measurement).find((key) => key.startsWith('value'));
  if (valueAt === undefined && isGroup) return undefined;
  if (readOwnMeasurement(measurement, place, reading)) return undefined;
  if (dataAbsentReason !== undefined) {
    gathering.reject(below(place.pointer, 'dataAbsentReason'), 'no-value');
    return undefined;
  }
  if (asksPregnancy(code)) return readPregnancy(measurement, place, reading);
  if (asks(code)) {
    readNamedFinding(measurement.valueCodeableConcept, place, reading);
    return undefined;
  }
  const concept = readConcept(code, vocabulary);
  const own = ownFinding(code, reading);
  if (concept.kind !== 'finding' && own !== undefined)
    readValue(measurement, { finding: own }, valueAt, place, reading);
  else if (concept.kind === 'none')
    gathering.reject(below(place.pointer, 'code'), concept.why, concept.detail);
  else if (concept.kind === 'disease')
    gathering.reject(below(place.pointer, 'code'), 'diagnosis', { coding: written(concept.code) });
  else readValue(measurement, concept, valueAt, place, reading);
  return undefined;
}

function readPregnancy(
  { valueCodeableConcept, valueBoolean }: Measurement,
  { pointer }: Place,
  { gathering }: Reading,
) {
  const pregnant = valueBoolean ?? pregnancyOf(codingsOf(valueCodeableConcept));
  if (pregnant === undefined) gathering.reject(pointer, 'unknown-answer');
  return pregnant;
}

/** "Finding: shortness of breath" is shortness of breath. */
function readNamedFinding(
  value: CodeableConcept | undefined,
  place: Place,
  { gathering, vocabulary }: Reading,
): void {
  const valuePointer = below(place.pointer, 'valueCodeableConcept');
  const concept = readConcept(value, vocabulary);
  if (concept.kind === 'none') gathering.reject(valuePointer, concept.why, concept.detail);
  else if (concept.kind === 'disease')
    gathering.reject(valuePointer, 'diagnosis', { coding: written(concept.code) });
  else gathering.finding(place, { ...concept.code, presence: 'present' });
}

function readValue(
  measurement: Measurement,
  measured: Measured,
  valueAt: string | undefined,
  given: Place,
  { gathering }: Reading,
): void {
  const place: Place =
    valueAt === undefined ? given : { ...given, valuePointer: below(given.pointer, valueAt) };
  const { valueQuantity, valueInteger, valueRatio, valueCodeableConcept, valueBoolean } = measurement;
  const flag = interpretationOf((measurement.interpretation ?? []).flatMap(codingsOf));
  const refuse = (code: 'unknown-answer' | 'no-value' | 'free-text' | 'not-used' | 'malformed'): void => {
    gathering.reject(place.valuePointer ?? place.pointer, code, { findingId: measured.finding.id });
  };
  if (valueQuantity?.value !== undefined) {
    readQuantity(valueQuantity, measurement, measured, place, gathering);
  } else if (valueInteger !== undefined) {
    sayAmount(measured, { value: valueInteger }, place, gathering);
  } else if (valueRatio !== undefined) {
    const titre = titreOf(valueRatio.numerator, valueRatio.denominator);
    if (titre === undefined) refuse('not-used');
    else sayAmount(measured, { value: { titre } }, place, gathering);
  } else if (valueBoolean !== undefined) {
    sayAnswer(measured, valueBoolean ? 'positive' : 'negative', place, gathering);
  } else if (valueCodeableConcept !== undefined) {
    const answer = answerOf(codingsOf(valueCodeableConcept)) ?? flag;
    if (answer === undefined) refuse('unknown-answer');
    else sayAnswer(measured, answer, place, gathering);
  } else if (flag !== undefined) sayAnswer(measured, flag, place, gathering);
  else if (valueAt === undefined || valueAt === 'valueQuantity') refuse('no-value');
  else refuse(UNREAD_VALUES.includes(valueAt) && valueAt !== 'valueString' ? 'not-used' : 'free-text');
}
