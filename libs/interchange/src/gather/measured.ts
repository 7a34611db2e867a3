import { type VocabularyFinding } from '@openrounds/clinical-language';
import { type FindingInput, type LabInput } from '@openrounds/contracts';
import { type Answer } from '../terminology/answers';
import { type Code } from '../terminology/codes';
import { type Gathering, type Place } from './gathering';

/** The finding that is measured, with the code that named it: a LOINC code may tell a molecule of its own. */
export interface Measured {
  readonly finding: VocabularyFinding;
  readonly code?: Code | undefined;
}

export type LabValue = Exclude<LabInput['value'], { code: string }>;

export interface Amount {
  readonly value: LabValue;
  /** UCUM. */
  readonly unit?: string | undefined;
  readonly referenceRange?: LabInput['referenceRange'];
}

const labelOf = ({ finding, code }: Measured): string => (code?.system === 'LOINC' ? code.code : finding.id);

/** A unit that a number need not be given: scores and ratios have none. */
const isDimensionless = (unit: string | undefined): boolean =>
  unit !== undefined && (unit === '1' || unit === '[pH]' || /^\{[^}]*\}$/.test(unit));

/**
 * Takes a number or titre: a vital sign becomes a finding's value; a laboratory value, and a number that decides whether
 * a finding is there, keep what came with them.
 */
export function sayAmount(
  measured: Measured,
  { value, unit, referenceRange }: Amount,
  place: Place,
  into: Gathering,
): void {
  const { finding } = measured;
  const known = unit ?? (isDimensionless(finding.unit) ? finding.unit : undefined);
  if (typeof value === 'number' && finding.kind !== 'lab' && finding.domain === 'categorical') {
    if (known === undefined) into.reject(at(place), 'unit-missing', { findingId: finding.id });
    else into.finding(place, { findingId: finding.id, value: { number: value, unit: known } });
    return;
  }
  into.lab(place, {
    code: labelOf(measured),
    value,
    ...(known === undefined ? {} : { unit: known }),
    ...(referenceRange === undefined ? {} : { referenceRange }),
  });
}

/** Takes a result in words: present or absent where the finding is that, else the state that the words name. */
export function sayAnswer(measured: Measured, answer: Answer, place: Place, into: Gathering): void {
  const { finding, code } = measured;
  const presence = PRESENCE[answer];
  if (code !== undefined && code.system !== 'LOINC' && presence !== undefined) {
    into.finding(place, { ...code, presence });
    return;
  }
  if (finding.domain === 'categorical' || finding.kind === 'lab') {
    into.lab(place, { code: labelOf(measured), value: { code: answer } });
    return;
  }
  if (presence === undefined) into.reject(at(place), 'unknown-answer', { findingId: finding.id });
  else into.finding(place, { findingId: finding.id, presence });
}

const PRESENCE: Readonly<Partial<Record<Answer, NonNullable<FindingInput['presence']>>>> = {
  positive: 'present',
  negative: 'absent',
};

/** The place of the value, for what is wrong with it. */
export const at = ({ pointer, valuePointer, line }: Place): Place => ({
  pointer: valuePointer ?? pointer,
  ...(line === undefined ? {} : { line }),
});
