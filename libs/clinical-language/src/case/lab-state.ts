import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { stateOfLevel, stateOfValue } from '../quantities/intervals';
import { type Level } from '../quantities/levels';
import { convert } from '../quantities/units';
import { type LabInput } from './resolve';

/** What a coded result says of its finding, or why it says nothing. */
export type LabReading =
  | { readonly state: string; readonly certainty: number }
  | { readonly presence: 'present' | 'absent'; readonly certainty: number }
  | {
      readonly problem:
        | 'unit-missing'
        | 'unit-not-convertible'
        | 'value-impossible'
        | 'interval-missing'
        | 'unknown-state'
        | 'value-not-allowed';
    };

const LEVEL_OF_CODE: Readonly<Record<string, Level>> = {
  normal: 'normal',
  high: 'raised',
  raised: 'raised',
  elevated: 'raised',
  low: 'lowered',
  positive: 'positive',
  negative: 'negative',
};
const PRESENT_CODES: ReadonlySet<string> = new Set(['present', 'positive', 'detected', 'abnormal']);
const ABSENT_CODES: ReadonlySet<string> = new Set(['absent', 'negative', 'not-detected', 'normal']);

function codeReading(finding: VocabularyFinding, code: string): LabReading {
  if (finding.domain === 'binary') {
    if (PRESENT_CODES.has(code)) return { presence: 'present', certainty: 1 };
    return ABSENT_CODES.has(code) ? { presence: 'absent', certainty: 1 } : { problem: 'unknown-state' };
  }
  if (finding.states?.includes(code)) return { state: code, certainty: 1 };
  const level = LEVEL_OF_CODE[code];
  const state = level === undefined ? undefined : stateOfLevel(finding, level);
  return state === undefined ? { problem: 'unknown-state' } : { state, certainty: 1 };
}

/** The laboratory's own range calls a value normal: its method may differ from the one behind our intervals. */
function isInOwnRange(lab: LabInput, value: number, unit: string, finding: VocabularyFinding): boolean {
  const range = lab.referenceRange;
  if (range === undefined || (range.low === undefined && range.high === undefined)) return false;
  const inRangeUnit = convert(value, unit, range.unit, finding);
  if (inRangeUnit === undefined) return false;
  return (
    inRangeUnit >= (range.low ?? Number.NEGATIVE_INFINITY) &&
    inRangeUnit <= (range.high ?? Number.POSITIVE_INFINITY)
  );
}

/**
 * Reads a coded laboratory result for a patient.
 * @returns the state (quantities), the presence (yes/no tests), or what is wrong; the unit is never guessed
 */
export function readLab(lab: LabInput, finding: VocabularyFinding, patient: EnginePatient): LabReading {
  const { value } = lab;
  if (typeof value === 'object' && 'code' in value) return codeReading(finding, value.code);
  if (finding.domain === 'binary' || finding.unit === undefined) return { problem: 'value-not-allowed' };
  const [amount, comparator] =
    typeof value === 'number'
      ? [value, undefined]
      : 'titre' in value
        ? [Number(value.titre.slice(value.titre.indexOf(':') + 1)), undefined]
        : [value.number, value.comparator];
  const isTitre = typeof value === 'object' && 'titre' in value;
  const unit = isTitre
    ? finding.unit
    : (lab.unit ?? (finding.unit === '1' || finding.unit === '[pH]' ? finding.unit : undefined));
  if (unit === undefined) return { problem: 'unit-missing' };
  const read = stateOfValue(finding, patient, amount, unit, comparator);
  if ('problem' in read) return read;
  const normal =
    finding.states?.includes('normal') &&
    comparator === undefined &&
    isInOwnRange(lab, amount, unit, finding);
  return normal ? { state: 'normal', certainty: 1 } : read;
}
