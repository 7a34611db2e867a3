import { type EnginePatient } from '../model/understanding';
import { type Analyte } from './analytes';
import { type Fluid, type FluidKind } from './fluid-stretches';
import { type FluidValue } from './fluid-values';

/** What the values of a fluid come to. Token positions, end exclusive. */
export interface FluidFinding {
  readonly findingId: string;
  readonly presence: 'present' | 'absent';
  readonly certainty: number;
  readonly from: number;
  readonly to: number;
}

/** The values of one fluid in usual units: cells per microlitre, shares of one, mmol/L, g/L, U/L. */
class Measured {
  constructor(
    private readonly values: readonly FluidValue[],
    private readonly kind: FluidKind,
  ) {}

  private first(analyte: Analyte, usable: (value: FluidValue) => number | undefined): number | undefined {
    for (const value of this.values) {
      const number = value.analyte === analyte ? usable(value) : undefined;
      if (number !== undefined) return number;
    }
    return undefined;
  }

  /** Cells per microlitre. */
  count(analyte: Analyte): number | undefined {
    return this.first(analyte, ({ number, unit }) => {
      if (unit === '/uL' || unit === '10*6/L') return number;
      if (unit === '10*9/L' || unit === '10*3/uL') return number * 1000;
      const isPlain = unit === undefined && (this.kind === 'csf' ? Number.isInteger(number) : number >= 100);
      return isPlain && !(analyte !== 'cells' && number <= 100) ? number : undefined;
    });
  }

  share(analyte: Analyte): number | undefined {
    return this.first(analyte, ({ number, unit }) => {
      if (unit === '%' && number <= 100) return number / 100;
      return unit === undefined && number > 0 && number <= 1 ? number : undefined;
    });
  }

  amount(analyte: Analyte, factors: Readonly<Record<string, number>>): number | undefined {
    return this.first(analyte, ({ number, unit }) => {
      const factor = factors[unit ?? ''];
      return factor === undefined ? undefined : number * factor;
    });
  }
}

const MMOL_PER_L = { 'mmol/L': 1, 'mg/dL': 1 / 18 };
const GRAMS_PER_L = { 'g/L': 1, 'mg/dL': 0.01, 'g/dL': 10, 'mg/L': 0.001 };
const UNITS_PER_L = { 'U/L': 1, '[IU]/L': 1, '': 1 };
const PLAIN = { '': 1 };

/** How sure a finding is that is told in part only. */
const IN_PART = 0.7;
const MAJORITY = 0.5;
const LARGE_MAJORITY = 0.8;

type Told = readonly [findingId: string, isPresent: boolean, certainty?: number];

/** Upper limit of white cells per microlitre; the newborn has more. */
const csfCells = ({ ageYears }: EnginePatient): number => (ageYears !== null && ageYears < 0.1 ? 20 : 5);
const CSF_GLUCOSE_LOW = 2.2;
const CSF_GLUCOSE_NORMAL = 2.8;

function ofCsf(values: Measured, patient: EnginePatient): Told[] {
  const cells = values.count('cells');
  const isRaised = cells === undefined ? undefined : cells > csfCells(patient);
  const glucose = values.amount('glucose', MMOL_PER_L);
  const told: Told[] = [];
  if (isRaised !== undefined) told.push(['csf-pleocytosis', isRaised]);
  if (isRaised !== false) {
    const certainty = isRaised === true ? 1 : IN_PART;
    if ((values.share('neutrophils') ?? 0) > MAJORITY)
      told.push(['csf-neutrophilic-pleocytosis', true, certainty]);
    if ((values.share('lymphocytes') ?? 0) > MAJORITY)
      told.push(['csf-lymphocytic-pleocytosis', true, certainty]);
  }
  if (glucose !== undefined && glucose < CSF_GLUCOSE_LOW) told.push(['csf-glucose-low', true]);
  if (glucose !== undefined && glucose >= CSF_GLUCOSE_NORMAL) told.push(['csf-glucose-low', false]);
  return told;
}

const EXUDATE_PROTEIN = 30;
const RAISED_ADA = 40;
const PLEURAL_LOW_PH = 7.2;
const PLEURAL_LOW_GLUCOSE = 2.2;

function ofPleura(values: Measured): Told[] {
  const lymphocytes = values.share('lymphocytes') ?? 0;
  const isExudate =
    (values.amount('protein', GRAMS_PER_L) ?? 0) > EXUDATE_PROTEIN ||
    (values.amount('ada', UNITS_PER_L) ?? 0) >= RAISED_ADA;
  const ph = values.amount('ph', PLAIN);
  const glucose = values.amount('glucose', MMOL_PER_L);
  const told: Told[] = [];
  if (lymphocytes > MAJORITY && isExudate) told.push(['pleural-fluid-lymphocytic-exudate', true]);
  else if (lymphocytes >= LARGE_MAJORITY) told.push(['pleural-fluid-lymphocytic-exudate', true, IN_PART]);
  const isAcid = ph !== undefined && ph > 6 && ph < PLEURAL_LOW_PH;
  if (isAcid || (glucose !== undefined && glucose < PLEURAL_LOW_GLUCOSE))
    told.push(['pleural-fluid-purulent-or-low-ph', true]);
  return told;
}

const ASCITIC_NEUTROPHILS = 250;
const ASCITIC_PROTEIN = 25;

function ofAscites(values: Measured): Told[] {
  const cells = values.count('cells');
  const share = values.share('neutrophils');
  const neutrophils =
    values.count('neutrophils') ?? (cells === undefined || share === undefined ? undefined : cells * share);
  const told: Told[] = [];
  if (neutrophils !== undefined)
    told.push(['ascitic-fluid-neutrophils-raised', neutrophils >= ASCITIC_NEUTROPHILS]);
  const isExudate =
    (values.amount('protein', GRAMS_PER_L) ?? 0) > ASCITIC_PROTEIN ||
    (values.amount('ada', UNITS_PER_L) ?? 0) >= RAISED_ADA;
  if ((values.share('lymphocytes') ?? 0) > MAJORITY && isExudate)
    told.push(['ascitic-fluid-lymphocytic-exudate', true]);
  return told;
}

const PURULENT_CELLS = 50_000;

function ofJoint(values: Measured): Told[] {
  const cells = values.count('cells');
  return cells !== undefined && cells >= PURULENT_CELLS ? [['synovial-fluid-purulent', true]] : [];
}

function told(values: Measured, kind: FluidKind, patient: EnginePatient): Told[] {
  switch (kind) {
    case 'csf':
      return ofCsf(values, patient);
    case 'pleural':
      return ofPleura(values);
    case 'ascitic':
      return ofAscites(values);
    case 'synovial':
      return ofJoint(values);
    default:
      return [];
  }
}

/** The findings that the values of a fluid tell, by the limits that are in common use. */
export function fluidFindings(
  fluid: Fluid,
  values: readonly FluidValue[],
  patient: EnginePatient,
): FluidFinding[] {
  const to = values.reduce((last, value) => Math.max(last, value.to), fluid.from + 1);
  return told(new Measured(values, fluid.kind), fluid.kind, patient).map(
    ([findingId, isPresent, certainty = 1]) => ({
      findingId,
      presence: isPresent ? 'present' : 'absent',
      certainty,
      from: fluid.from,
      to,
    }),
  );
}
