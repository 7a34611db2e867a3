import { type CalibrationResult, type Constants, type DataSetFigures } from '@openrounds/evaluation';
import { type Calibration } from '@openrounds/knowledge';
import { stringify } from 'yaml';

export interface CalibrationRecord {
  readonly result: CalibrationResult;
  /** Figures of simulated cases, which took no part in the fit. */
  readonly simulated: Readonly<Record<string, DataSetFigures>>;
  /** One line per data set: what it is and how many of its cases were used. */
  readonly data: readonly string[];
  /** ISO date. */
  readonly date: string;
}

const STATUS = 'fitted on textbook vignettes and lists from consultations';
const HEADER = [
  '# Constants of the ranking: see docs/engine.md. Written by `npm run calibrate`; docs/accuracy.md says how.',
  '# Log losses in nats a case with 15 % of the diseases hidden; "after" is out of fold. Gains come with 95 % ranges.',
].join('\n');

/** The constants that hold from now on: the fitted ones only where the fit gains more than chance would. */
export const chosenConstants = ({ result }: CalibrationRecord): Constants =>
  result.worthwhile ? rounded(result.fitted) : result.start;

/** `calibration.yaml`. */
export function calibrationYaml(record: CalibrationRecord): string {
  const { result, data, date } = record;
  const status = result.worthwhile
    ? STATUS
    : `${STATUS}; the constants from before stand, a new fit gained nothing beyond chance`;
  const calibration: Calibration = {
    status,
    parameters: chosenConstants(record),
    fittedOn: date,
    data: [...data],
    figures: figuresOf(record),
  };
  return `${HEADER}\n${stringify(calibration, { lineWidth: 0 })}`;
}

function figuresOf({ result, simulated }: CalibrationRecord): Record<string, number> {
  const { gain, fitted } = result;
  const named = [
    ...Object.entries(result.dataSets).flatMap(([name, figures]) => named4(name, figures)),
    ...Object.entries(simulated).flatMap(([name, figures]) => named4(`${name} (left out)`, figures)),
    ['gain', gain.value ?? 0],
    ['gain, low', gain.low ?? 0],
    ['gain, high', gain.high ?? 0],
    ...Object.entries(rounded(fitted)).map(([name, value]) => [`fitted ${name}`, value] as const),
  ] as const;
  return Object.fromEntries(named.map(([name, value]) => [name, Number(value.toFixed(3))]));
}

function named4(name: string, figures: DataSetFigures): (readonly [string, number])[] {
  return [
    [`${name}: log loss before`, figures.logLossBefore],
    [`${name}: log loss after`, figures.logLossAfter],
    [`${name}: top 1 before`, figures.top1Before],
    [`${name}: top 1 after`, figures.top1After],
  ];
}

/** Three decimals: the data do not tell more. */
const rounded = (constants: Constants): Constants => ({
  alpha: round(constants.alpha),
  T: round(constants.T),
  nu: round(constants.nu),
  rho: round(constants.rho),
  upsilon: round(constants.upsilon),
  piOther: round(constants.piOther),
});
const round = (value: number): number => Number(value.toFixed(3));
