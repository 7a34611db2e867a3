import type { Lab, LaboratoryChange, LaboratoryReport, LaboratoryValue } from '../api/types';

/** A laboratory value as a row of the table: as it was understood, explained, with the changes that end in it. */
export interface LabRow {
  readonly lab: Lab;
  readonly explained: LaboratoryValue | undefined;
  readonly changes: readonly LaboratoryChange[];
}

/** How a value stands out; nothing for what is normal or says no direction. */
export type Mark = 'low' | 'high' | 'markedly-low' | 'markedly-high';

const ARROWS: Readonly<Record<Mark, string>> = {
  low: '↓',
  high: '↑',
  'markedly-low': '↓↓',
  'markedly-high': '↑↑',
};

export const arrowOf = (mark: Mark): string => ARROWS[mark];

export function markOf(explained: LaboratoryValue | undefined): Mark | undefined {
  const direction = explained?.direction;
  if (direction !== 'low' && direction !== 'high') return undefined;
  return explained?.marked === true ? `markedly-${direction}` : direction;
}

/** A number, a titre; what is told in words stands under "read as". */
export function valueOf({ value }: Lab): string {
  if (typeof value === 'number') return String(value);
  if ('titre' in value) return value.titre;
  return 'comparator' in value ? `${value.comparator}\u202f${String(value.number)}` : '–';
}

/** Rows in the order of the values. A change stands with its later value. */
export function labRows(labs: readonly Lab[], report: LaboratoryReport | undefined): LabRow[] {
  const values = new Map((report?.values ?? []).map((value) => [value.lab, value]));
  return labs.map((lab, place) => ({
    lab,
    explained: values.get(place),
    changes: (report?.changes ?? []).filter(({ later }) => later === place),
  }));
}

const SIGNIFICANT_DIGITS = 4;
const DAYS_FROM_HOURS = 48;

/** No more digits than a laboratory reports. */
export const figures = (value: number): number => Number(value.toPrecision(SIGNIFICANT_DIGITS));

/** Hours up to two days, days beyond. */
export function timeOf(hours: number): { readonly unit: 'hours' | 'days'; readonly count: number } {
  return hours < DAYS_FROM_HOURS
    ? { unit: 'hours', count: Math.round(hours) }
    : { unit: 'days', count: Math.round(hours / 24) };
}
