import type { Age } from '../api/types';

const HOURS_A_DAY = 24;
const ADULT_YEARS = 18;
const UNITS_A_YEAR: Readonly<Record<Age['unit'], number>> = { a: 1, mo: 12, wk: 52.18, d: 365.25 };

/** An age as it is said: the first day of life in hours, any other in its own unit. */
export function toldAge({ value, unit }: Age): { readonly count: number; readonly unit: Age['unit'] | 'h' } {
  if (unit !== 'd' || value >= 1) return { count: value, unit };
  return { count: Math.round(value * HOURS_A_DAY), unit: 'h' };
}

/** Whether one says girl or boy: under 18 years. */
export const isChild = ({ value, unit }: Age): boolean => value / UNITS_A_YEAR[unit] < ADULT_YEARS;
