import { type EnginePatient } from '../model/understanding';
import { type SpecimenCondition, type SpecimenTest, type VocabularyFinding } from '../model/vocabulary';
import { type Specimen } from './specimens';
import { type SpecimenValue } from './specimen-values';
import { convert } from './units';
import { gather } from '../normalise/lists-by-key';

/** A finding that decides itself by what is measured in specimens. */
export interface SpecimenFinding {
  readonly finding: VocabularyFinding;
  readonly tests: readonly SpecimenTest[];
}

/** What the values of a specimen say of a finding. */
export interface SpecimenResult {
  readonly findingId: string;
  readonly presence: 'present' | 'absent';
  readonly certainty: number;
  /** The value that decided. */
  readonly value: SpecimenValue;
}

/** A share may be told as a part of one: 淋巴细胞0.90. */
const PERCENT = 100;

/** The number of a value in the unit of a condition; one without a unit as far as the condition lets it be bare. */
function numberOf(
  { number, unit }: SpecimenValue,
  { unit: wanted = '1', bare }: SpecimenCondition,
  finding: VocabularyFinding,
): number | undefined {
  if (number === undefined) return undefined;
  if (unit === wanted) return number;
  if (unit !== undefined)
    // "32 cm" of water
    return convert(number, unit, wanted, finding) ?? convert(number, `${unit}[H2O]`, wanted, finding);
  if (wanted === '%' && number > 0 && number <= 1) return number * PERCENT;
  const isCount = wanted === '/uL' && !Number.isInteger(number);
  return bare !== undefined && number >= bare[0] && number <= bare[1] && !isCount ? number : undefined;
}

/** Whether a condition holds: undefined where nothing that was measured tells. */
function holds(
  condition: SpecimenCondition,
  values: readonly SpecimenValue[],
  finding: VocabularyFinding,
): { readonly isTrue: boolean; readonly value: SpecimenValue } | undefined {
  for (const value of values) {
    if (value.analyte !== condition.analyte) continue;
    if (condition.level !== undefined) {
      const isPositive = value.level === 'positive' || value.level === 'raised';
      if (value.level !== undefined)
        return { isTrue: isPositive === (condition.level === 'positive'), value };
      continue;
    }
    const { share, ...plain } = condition;
    const part = share === undefined ? undefined : values.find(({ analyte }) => analyte === share);
    const whole = numberOf(value, plain, finding);
    const percent = part === undefined ? undefined : numberOf(part, { analyte: '', unit: '%' }, finding);
    const number = share === undefined ? whole : whole && percent && (whole * percent) / PERCENT;
    const { from = -Infinity, below = Infinity } = condition;
    if (number !== undefined) return { isTrue: number >= from && number < below, value };
  }
  return undefined;
}

const appliesTo = ({ specimen, ageYears }: SpecimenTest, kind: string, patient: EnginePatient): boolean => {
  const [low, high] = ageYears ?? [-Infinity, Infinity];
  const age = patient.ageYears ?? (ageYears === undefined ? 0 : high - 1);
  return specimen === kind && age >= low && age < high;
};

/** The findings that the values of a specimen tell, by the limits that the findings give. */
export function specimenResults(
  { kind }: Specimen,
  values: readonly SpecimenValue[],
  known: readonly SpecimenFinding[],
  patient: EnginePatient,
): SpecimenResult[] {
  return gather(known, ({ finding, tests }) => {
    for (const test of tests) {
      if (!appliesTo(test, kind, patient)) continue;
      const told = test.when.map((condition) => holds(condition, values, finding));
      const isRuledOut = test.unless?.some((one) => holds(one, values, finding)?.isTrue === true) === true;
      const [first] = told;
      if (first === undefined || isRuledOut || !told.every((one) => one?.isTrue === true)) continue;
      const { presence = 'present', certainty = 1 } = test;
      return [{ findingId: finding.id, presence, certainty, value: first.value }];
    }
    return [];
  });
}

/** The quantities that are told in a specimen under another name: the protein of the spinal fluid. */
export function specimenQuantities(
  { kind }: Specimen,
  values: readonly SpecimenValue[],
  known: readonly VocabularyFinding[],
): { readonly finding: VocabularyFinding; readonly value: SpecimenValue }[] {
  return gather(known, (finding) => {
    const { measuredIn } = finding;
    const value = values.find(
      ({ analyte, number }) => analyte === measuredIn?.analyte && number !== undefined,
    );
    return measuredIn?.specimen === kind && value !== undefined ? [{ finding, value }] : [];
  });
}
