import { type Estimate } from '../statistics/bootstrap';

/** `61.2 % (52.1–70.0)`; a dash where there is nothing to measure. */
export function share(estimate: Estimate): string {
  return withRange(estimate, (value) => (value * 100).toFixed(1), ' %');
}

/** `0.512 (0.441–0.580)`; a dash where there is nothing to measure. */
export function number(estimate: Estimate): string {
  return withRange(estimate, (value) => value.toFixed(3), '');
}

/** `+4.1 (-2.0 to +10.2)`, in points of a hundred; a dash where there is nothing to measure. */
export function difference(estimate: Estimate): string {
  return withRange(estimate, (value) => `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)}`, '');
}

function withRange({ value, low, high }: Estimate, text: (value: number) => string, unit: string): string {
  if (value === null) return '–';
  const range = low === null || high === null ? '' : ` (${text(low)} to ${text(high)})`;
  return `${text(value)}${unit}${range}`;
}
