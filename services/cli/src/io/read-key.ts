import { readFile } from 'node:fs/promises';
import { UnusableArgument } from '../surroundings';
import { reasonOf } from './read-json';

/** The API key that a file holds. @throws UnusableArgument where it cannot be read */
export async function readKey(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UnusableArgument(`${file} cannot be read: ${reasonOf(error)}`);
  });
  return text.trim();
}
