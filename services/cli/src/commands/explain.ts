import { Option } from 'commander';
import { languageOf } from '@openrounds/clinical-language';
import { DomainError, type Language } from '@openrounds/contracts';
import { explanationLines } from '../explain/explanation';
import { readJson } from '../io/read-json';
import { readCase } from '../ranking/case-line';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';

interface ExplainArguments {
  readonly input: string;
  readonly lang?: Language;
}

/** `explain`: one case as a ranked list with bars, in the terminal. */
export const addExplain: AddCommand = (program, surroundings) => {
  program
    .command('explain')
    .description('the ranked list of one case with bars, evidence and what to ask and test next')
    .requiredOption('--input <file>', 'a case (JSON)')
    .addOption(new Option('--lang <language>', 'default: the language of the case').choices(['en', 'zh']))
    .action((given: ExplainArguments) => explain(given, surroundings));
};

async function explain({ input, lang }: ExplainArguments, surroundings: Surroundings): Promise<void> {
  const given = readJson(input);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new UnusableArgument(`${input} does not hold a case`);
  }
  const read = readCase(given);
  if ('error' in read) throw new UnusableArgument(read.error.detail);
  const ranker = await activeRanker(surroundings);
  const language = lang ?? read.input.language ?? languageOf(read.input.narrative ?? '');
  try {
    const ranked = ranker.rank(read.input, {});
    for (const line of explanationLines(ranked, ranker.bundle, language)) surroundings.out.write(`${line}\n`);
  } catch (error) {
    throw error instanceof DomainError ? new UnusableArgument(error.message) : error;
  }
}
