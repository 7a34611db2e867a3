import { UnusableArgument } from '../surroundings';

/**
 * The value of an option that takes a whole number from 1 on.
 *
 * @param option - as it is written, `--students`
 * @throws UnusableArgument
 */
export function wholeNumber(option: string, given: string | number, most: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new UnusableArgument(`${option} takes 1 to ${String(most)}`);
  return value;
}
