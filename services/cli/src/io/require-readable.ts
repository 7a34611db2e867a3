import { access, constants } from 'node:fs/promises';
import { UnusableArgument } from '../surroundings';
import { reasonOf } from './read-json';

/** @throws UnusableArgument where the file cannot be read; `-` stands for standard input */
export async function requireReadable(path: string): Promise<void> {
  if (path === '-') return;
  await access(path, constants.R_OK).catch((error: unknown) => {
    throw new UnusableArgument(`${path} cannot be read: ${reasonOf(error)}`);
  });
}
