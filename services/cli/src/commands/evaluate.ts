import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  type CaseOutcome,
  evaluate,
  type EvaluationReport,
  missesTable,
  reliabilityDiagram,
  reportMarkdown,
} from '@openrounds/evaluation';
import { CaseMix } from '@openrounds/contracts';
import { Option } from 'commander';
import { readCodedFile, unmappedCounts } from '../evaluation/coded-file';
import { type CodedFindings } from '../evaluation/coded-findings';
import { evaluateCases, type EvaluationInput } from '../evaluation/evaluate-cases';
import { readGold } from '../evaluation/gold-files';
import {
  HALVES,
  OWN_CASES,
  type OwnCaseChoice,
  type OwnCaseKind,
  readOwnCases,
} from '../evaluation/own-cases';
import { linesOf } from '../io/lines';
import { Progress } from '../io/progress';
import { jsonFile, writeReport } from '../io/write-report';
import { requireReadable } from '../io/require-readable';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';

interface EvaluateArguments {
  readonly input?: string;
  readonly gold?: string;
  readonly ours?: OwnCaseKind;
  readonly half?: OwnCaseChoice['half'];
  readonly report: string;
  readonly coded?: string;
  readonly caseMix: CaseMix;
}

/** `evaluate`: ranks cases whose diagnosis is known and measures how good the lists are. */
export const addEvaluate: AddCommand = (program, surroundings) => {
  program
    .command('evaluate')
    .description(
      'rank cases whose diagnosis is known and measure accuracy, must-not-miss recall and calibration',
    )
    .option('--input <file>', 'cases, one JSON object a line, each with gold: [label]')
    .option('--gold <file>', 'what each label stands for (JSON)')
    .requiredOption('--report <folder>', 'where report.json, report.md, reliability.svg and misses.tsv go')
    .option('--coded <file>', 'coded findings by case id, ranked in place of the narratives')
    .addOption(
      new Option('--ours <kind>', 'our own cases in the knowledge folder, in place of a file')
        .choices(OWN_CASES)
        .conflicts(['input', 'gold', 'coded']),
    )
    .addOption(new Option('--half <half>', 'of our own told cases, only these').choices(HALVES))
    .addOption(
      new Option('--case-mix <mix>', 'teaching: priors tempered; consecutive: patients as they come')
        .choices(CaseMix.options)
        .default('teaching'),
    )
    .action((given: EvaluateArguments) => evaluateGiven(given, surroundings));
};

async function evaluateGiven(given: EvaluateArguments, surroundings: Surroundings): Promise<void> {
  const cases =
    given.ours === undefined
      ? await casesOfFile(given, surroundings)
      : await casesOfOurs({ kind: given.ours, half: given.half }, surroundings);
  const { ranker, coded, name } = cases;
  const { caseMix } = given;
  const progress = new Progress(surroundings.err);
  const outcomes: CaseOutcome[] = [];
  for await (const outcome of evaluateCases({ ...cases, caseMix })) {
    progress.count(!outcome.ranked);
    outcomes.push(outcome);
  }
  progress.finish();
  if (outcomes.length === 0) throw new UnusableArgument(`${name} holds no case with a gold standard`);
  const report = evaluate(outcomes);
  const title = `Accuracy on ${name}`;
  const text = [
    reportMarkdown(report, { title, caseMix }),
    ...(coded === undefined ? [] : codedLines(coded)),
  ].join('\n');
  const { knowledge } = ranker.bundle.hashes;
  writeReport(given.report, reportFiles({ report, text, outcomes, title, caseMix, knowledge }));
  surroundings.out.write(text);
}

/** Cases to be ranked, and what the report calls them. */
interface NamedCases extends Omit<EvaluationInput, 'caseMix'> {
  readonly name: string;
}

async function casesOfFile(
  { input, gold: goldFile, coded: codedFile }: EvaluateArguments,
  surroundings: Surroundings,
): Promise<NamedCases> {
  if (input === undefined || goldFile === undefined) {
    throw new UnusableArgument('give --input and --gold, or --ours');
  }
  const files = codedFile === undefined ? [input] : [input, codedFile];
  await Promise.all(files.map(requireReadable));
  const gold = readGold([goldFile]);
  const ranker = await activeRanker(surroundings);
  const coded = codedFile === undefined ? undefined : await readCodedFile(codedFile, ranker.bundle);
  const lines = linesOf(createReadStream(input, 'utf8'));
  const name = basename(coded === undefined ? input : files.join(' + '));
  return { lines, gold, ranker, name, ...(coded && { coded }) };
}

async function casesOfOurs(choice: OwnCaseChoice, surroundings: Surroundings): Promise<NamedCases> {
  const { kind, half } = choice;
  if (half !== undefined && kind !== 'told') throw new UnusableArgument('only told cases come in halves');
  const ranker = await activeRanker(surroundings);
  return {
    ...readOwnCases(surroundings.knowledgeDir, choice, ranker.bundle),
    ranker,
    name: `our own ${kind} cases${half === undefined ? '' : `, ${half} half`}`,
  };
}

interface WrittenReport {
  readonly report: EvaluationReport;
  readonly text: string;
  readonly outcomes: readonly CaseOutcome[];
  readonly title: string;
  readonly caseMix: CaseMix;
  readonly knowledge: string;
}

const reportFiles = ({
  report,
  text,
  outcomes,
  title,
  caseMix,
  knowledge,
}: WrittenReport): Record<string, string> => ({
  'report.json': jsonFile({ knowledge, caseMix, ...report }),
  'report.md': text,
  'reliability.svg': reliabilityDiagram(report.calibration.bins, title),
  'misses.tsv': missesTable(outcomes),
});

function codedLines(coded: ReadonlyMap<string, CodedFindings>): string[] {
  const counts = unmappedCounts(coded);
  const mapped = [...coded.values()].reduce((sum, { findings }) => sum + findings.length, 0);
  const unmapped = counts.reduce((sum, [, count]) => sum + count, 0);
  return [
    `Coded facts used: ${String(mapped)}; without a counterpart in the vocabulary: ${String(unmapped)} ` +
      `(${String(counts.length)} different).`,
    ...(counts.length === 0 ? [] : ['', counts.map(([id, count]) => `${id} ${String(count)}`).join(', ')]),
    '',
  ];
}
