import { createReadStream, createWriteStream } from 'node:fs';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidArgumentError, Option } from 'commander';
import { linesOf } from '../io/lines';
import { Progress } from '../io/progress';
import { reasonOf } from '../io/read-json';
import { requireReadable } from '../io/require-readable';
import { rankedLine, rankingOfLine } from '../ranking/ranked-line';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';

const DEFAULT_TOP = 20;
const LARGEST_TOP = 50;

interface RankArguments {
  readonly input: string;
  readonly output: string;
  readonly top: number;
}

/** `rank`: a file of cases in, a file of ranked lists out, line by line and in the same order. */
export const addRank: AddCommand = (program, surroundings) => {
  program
    .command('rank')
    .description('rank the diagnoses of many cases: one JSON line in, one JSON line out, in the same order')
    .requiredOption('--input <file>', 'cases, one JSON object a line; - for standard input')
    .requiredOption('--output <file>', 'ranked lists; - for standard output')
    .option('--top <n>', `diseases listed, 1 to ${String(LARGEST_TOP)}`, topOf, DEFAULT_TOP)
    .addOption(
      new Option('--llm <mode>', 'a language model takes no part on the command line')
        .choices(['off'])
        .default('off'),
    )
    .action((given: RankArguments) => rankFile(given, surroundings));
};

async function rankFile({ input, output, top }: RankArguments, surroundings: Surroundings): Promise<void> {
  await requireReadable(input);
  const ranker = await activeRanker(surroundings);
  const progress = new Progress(surroundings.err);
  const source = input === '-' ? process.stdin : createReadStream(input);
  await pipeline(
    source.setEncoding('utf8'),
    async function* rankLines(text: Readable) {
      for await (const line of linesOf(text)) {
        const ranked = rankedLine(rankingOfLine(line, ranker, top), ranker.bundle);
        progress.count('error' in ranked);
        yield `${JSON.stringify(ranked)}\n`;
      }
    },
    output === '-' ? surroundings.out : createWriteStream(output),
    { end: output !== '-' },
  ).catch((error: unknown) => {
    throw new UnusableArgument(reasonOf(error));
  });
  progress.finish();
}

function topOf(text: string): number {
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1 || top > LARGEST_TOP) {
    throw new InvalidArgumentError(`A whole number from 1 to ${String(LARGEST_TOP)} is wanted.`);
  }
  return top;
}
