import { InvalidArgumentError, Option } from 'commander';

/** `--sample N`: only so many of our own cases. */
export const sampleOption = (): Option =>
  new Option(
    '--sample <number>',
    'only so many of our own cases, of each style and language in turn, in the order of the hash of their ids',
  )
    .argParser(countOf)
    .conflicts('input');

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('It is a whole number from 1 on.');
  return count;
}
