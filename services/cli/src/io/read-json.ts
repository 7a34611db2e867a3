import { readFileSync } from 'node:fs';
import { UnusableArgument } from '../surroundings';

/**
 * Reads a JSON file; a byte order mark is no fault.
 *
 * @throws UnusableArgument where there is no such file or it is not JSON
 */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UnusableArgument(`${path} cannot be read: ${reasonOf(error)}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new UnusableArgument(`${path} is not JSON: ${reasonOf(error)}`);
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
