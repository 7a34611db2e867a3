import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { judgeCases } from '../first-contact/case-figures';
import { firstContactDir } from '../first-contact/coded-texts';
import { type FirstContactReport, firstContactMarkdown } from '../first-contact/report';
import { judgeSentences } from '../first-contact/sentence-figures';
import {
  strangersCaseSchema,
  strangersIdentifiersSchema,
  strangersSentencesSchema,
} from '../first-contact/sets';
import { judgeMasking } from '../intake-evaluation/deidentification';
import { readLines } from '../io/read-lines';
import { jsonFile, writeReport } from '../io/write-report';
import { type Surroundings } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';

interface FirstContactArguments {
  readonly round: string;
  readonly sets?: string;
  readonly report?: string;
}

/** `evaluate-first-contact`: how texts of strangers to the product are read, one round of them at a time. */
export const addEvaluateFirstContact: AddCommand = (program, surroundings) => {
  program
    .command('evaluate-first-contact')
    .description(
      'measure reading, ranking and masking on a round of texts written by strangers to the product',
    )
    .requiredOption('--round <number>', 'which round')
    .option('--sets <folder>', 'where the rounds are; those of the repository if left out')
    .option('--report <folder>', 'where first-contact.json and first-contact.md go')
    .action((given: FirstContactArguments) => evaluateFirstContact(given, surroundings));
};

async function evaluateFirstContact(given: FirstContactArguments, surroundings: Surroundings): Promise<void> {
  const sets = given.sets ?? firstContactDir(surroundings.knowledgeDir);
  const fileOf = (name: string): string => join(sets, `round-${given.round}`, `${name}.jsonl`);
  const cases = await readLines(fileOf('cases'), strangersCaseSchema);
  // A round may be of cases alone.
  const sentences = existsSync(fileOf('sentences'))
    ? await readLines(fileOf('sentences'), strangersSentencesSchema)
    : [];
  const identifiers = existsSync(fileOf('identifiers'))
    ? await readLines(fileOf('identifiers'), strangersIdentifiersSchema)
    : [];
  const ranker = await activeRanker(surroundings);
  const report: FirstContactReport = {
    knowledge: ranker.bundle.hashes.knowledge,
    cases: await judgeCases(cases, ranker),
    sentences: judgeSentences(sentences, ranker),
    identifiers: judgeMasking(identifiers),
  };
  const text = firstContactMarkdown(report);
  if (given.report !== undefined)
    writeReport(given.report, { 'first-contact.json': jsonFile(report), 'first-contact.md': text });
  surroundings.out.write(text);
}
