import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableArgument } from '../surroundings';
import { reasonOf } from './read-json';

/**
 * Writes the files of a report, by their names, into a folder that is made if it is not there.
 *
 * @throws UnusableArgument where the folder cannot be made
 */
export function writeReport(folder: string, files: Readonly<Record<string, string>>): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UnusableArgument(`${folder} cannot be made: ${reasonOf(error)}`);
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** A value as a JSON file that people read as well. */
export const jsonFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
