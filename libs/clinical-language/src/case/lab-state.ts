import { type Lab } from '@openrounds/contracts';
import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { phraseKeys } from '../normalise/phrases';
import { stateOfLevel } from '../measure/intervals';
import { type Level } from '../measure/levels';
import { outcomeOf, ownQuantity } from '../measure/outcome';
import { type QuantityRead } from '../measure/quantity-read';
import { type LabInput } from './coded-items';

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

/** g/mol of what is weighed, where the code or name is that of another molecule: BUN for urea. */
function molecularWeightOf(lab: LabInput, finding: VocabularyFinding): number | undefined {
  const labels = [lab.code, lab.name].flatMap((label) =>
    label === undefined ? [] : [phraseKeys(label.trim()).join(' ')],
  );
  return finding.otherMeasures?.find(({ names, loinc }) => {
    const known = [...(names.en ?? []), ...(names.zh ?? []), ...[loinc ?? []].flat()];
    return known.some((name) => labels.includes(phraseKeys(name).join(' ')));
  })?.molecularWeight;
}

/** A coded value in the shape in which one is read from a text. */
function asRead(lab: LabInput, finding: VocabularyFinding): QuantityRead | undefined {
  const { value, referenceRange } = lab;
  const place = { findingId: finding.id, from: 0, to: 0, nameTo: 0 };
  if (typeof value === 'object' && 'code' in value) return undefined;
  const numeric =
    typeof value === 'number'
      ? { number: value }
      : 'titre' in value
        ? { titre: value.titre }
        : { number: value.number, comparator: value.comparator };
  const unit = lab.unit ?? (finding.unit === '1' || finding.unit === '[pH]' ? finding.unit : undefined);
  const molecularWeight = molecularWeightOf(lab, finding);
  return {
    ...place,
    read: {
      from: 0,
      to: 0,
      ...numeric,
      ...(referenceRange === undefined ? {} : { range: { to: 0, ...referenceRange } }),
    },
    ...(unit === undefined ? {} : { unit }),
    ...(molecularWeight === undefined ? {} : { molecularWeight }),
  };
}

const PROBLEMS = ['unit-missing', 'unit-not-convertible', 'value-impossible', 'interval-missing'] as const;
type Problem = (typeof PROBLEMS)[number];
const isProblem = (code: string): code is Problem => PROBLEMS.some((problem) => problem === code);

/**
 * Reads a coded laboratory result for a patient. The report's own reference range counts for more than our intervals.
 * @returns the state (quantities), the presence (yes/no tests), or what is wrong; the unit is never guessed
 */
export function readLab(lab: LabInput, finding: VocabularyFinding, patient: EnginePatient): LabReading {
  const { value } = lab;
  if (typeof value === 'object' && 'code' in value) return codeReading(finding, value.code);
  const quantity = asRead(lab, finding);
  const takesNumber =
    finding.domain === 'binary' ? finding.decidedBy !== undefined : finding.unit !== undefined;
  if (quantity === undefined || !takesNumber) return { problem: 'value-not-allowed' };
  const outcome = outcomeOf(quantity, false, finding, patient);
  if ('problem' in outcome)
    return { problem: isProblem(outcome.problem) ? outcome.problem : 'value-not-allowed' };
  const { state, presence, certainty, asks, unit } = outcome;
  if (asks === true || (unit !== undefined && unit !== quantity.unit)) return { problem: 'unit-missing' };
  if (state !== undefined) return { state, certainty };
  return presence === undefined ? { problem: 'value-not-allowed' } : { presence, certainty };
}

/** The value in the finding's own unit, if it is a number in a unit that can be turned into it. */
export function quantityOfLab(lab: LabInput, finding: VocabularyFinding): Lab['quantity'] {
  const quantity = asRead(lab, finding);
  const { number } = quantity?.read ?? {};
  if (quantity === undefined || number === undefined || finding.unit === undefined) return undefined;
  const own = ownQuantity(number, quantity.unit, finding, quantity.molecularWeight);
  return own === undefined ? undefined : { number: own, unit: finding.unit };
}
