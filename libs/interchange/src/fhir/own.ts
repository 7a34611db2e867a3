import { type VocabularyFinding } from '@openrounds/clinical-language';
import { type FindingInput } from '@openrounds/contracts';
import { type Place } from '../gather/gathering';
import { codeOfUri } from '../terminology/codes';
import { OWN_CERTAINTY, OWN_FINDING, stateOf } from '../terminology/own-codes';
import { codingsOf, isCoded, type Reading } from './reading';
import { type CodeableConcept, type Condition, type Measurement } from './schemas';

/** The code of ours among codings. */
const ownCode = (concept: CodeableConcept | undefined): string | undefined =>
  codingsOf(concept).find(({ system, code }) => system === OWN_FINDING && code !== undefined)?.code;

/** The finding that a code of ours names, alone or with a state. */
export function ownFinding(
  concept: CodeableConcept | undefined,
  { vocabulary }: Pick<Reading, 'vocabulary'>,
): VocabularyFinding | undefined {
  const code = ownCode(concept);
  return code === undefined
    ? undefined
    : (vocabulary.findings.get(code) ?? vocabulary.findings.get(code.slice(0, code.lastIndexOf(':'))));
}

const certaintyOf = (extensions: Condition['extension']): Pick<FindingInput, 'certainty'> => {
  const certainty = extensions?.find(({ url }) => url === OWN_CERTAINTY)?.valueDecimal;
  return certainty === undefined ? {} : { certainty };
};

/** A Condition that names a finding of ours; whether it was one. */
export function readOwnCondition(condition: Condition, place: Place, reading: Reading): boolean {
  const finding = ownFinding(condition.code, reading);
  if (finding === undefined) return false;
  const state = stateOf(ownCode(condition.code) ?? '', finding.id);
  const presence = isCoded(condition.verificationStatus, 'refuted') ? 'absent' : 'present';
  const isPast = isCoded(condition.clinicalStatus, 'inactive');
  reading.gathering.finding(place, {
    findingId: finding.id,
    ...(state === undefined ? { presence } : { value: { code: state } }),
    ...certaintyOf(condition.extension),
    ...(isPast ? { assertion: 'historical' } : {}),
  });
  return true;
}

/** An Observation that says yes, no, unknown or a state of a finding of ours; whether it was one. Numbers are read like everybody's. */
export function readOwnMeasurement(measurement: Measurement, place: Place, reading: Reading): boolean {
  const finding = ownFinding(measurement.code, reading);
  if (finding === undefined) return false;
  const { code, category = [], valueBoolean, valueCodeableConcept, dataAbsentReason } = measurement;
  const state = stateOf(ownCode(valueCodeableConcept) ?? '', finding.id);
  if (state !== undefined && category.some((each) => isCoded(each, 'laboratory'))) {
    const loinc = codingsOf(code).flatMap(({ system, code: own }) => codeOfUri(system, own) ?? []);
    reading.gathering.lab(place, { code: loinc[0]?.code ?? finding.id, value: { code: state } });
    return true;
  }
  const said: Pick<FindingInput, 'presence' | 'value'> | undefined =
    state !== undefined
      ? { value: { code: state } }
      : valueBoolean !== undefined
        ? { presence: valueBoolean ? 'present' : 'absent' }
        : isCoded(dataAbsentReason, 'unknown')
          ? { presence: 'unknown' }
          : undefined;
  if (said === undefined) return false;
  reading.gathering.finding(place, {
    findingId: finding.id,
    ...said,
    ...certaintyOf(measurement.extension),
  });
  return true;
}
