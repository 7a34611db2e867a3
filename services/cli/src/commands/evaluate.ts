import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type CaseOutcome,
  evaluate,
  type EvaluationReport,
  missesTable,
  reliabilityDiagram,
  reportMarkdown,
} from '@openrounds/evaluation';
import { readCodedFile, unmappedCounts } from '../evaluation/coded-file';
import { type CodedFindings } from '../evaluation/coded-findings';
import { evaluateCases } from '../evaluation/evaluate-cases';
import { readGold } from '../evaluation/gold-files';
import { linesOf } from '../io/lines';
import { Progress } from '../io/progress';
import { requireReadable } from '../io/require-readable';
import { CaseRanker } from '../ranking/case-ranker';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { activeBundle } from './active-bundle';
import { type AddCommand } from './command';

interface EvaluateArguments {
  readonly input: string;
  readonly gold: string;
  readonly report: string;
  readonly coded?: string;
}

/** `evaluate`: ranks cases whose diagnosis is known and measures how good the lists are. */
export const addEvaluate: AddCommand = (program, surroundings) => {
  program
    .command('evaluate')
    .description(
      'rank cases whose diagnosis is known and measure accuracy, must-not-miss recall and calibration',
    )
    .requiredOption('--input <file>', 'cases, one JSON object a line, each with gold: [label]')
    .requiredOption('--gold <file>', 'what each label stands for (JSON)')
    .requiredOption('--report <folder>', 'where report.json, report.md, reliability.svg and misses.tsv go')
    .option('--coded <file>', 'coded findings by case id, ranked in place of the narratives')
    .action((given: EvaluateArguments) => evaluateFile(given, surroundings));
};

async function evaluateFile(given: EvaluateArguments, surroundings: Surroundings): Promise<void> {
  const files = given.coded === undefined ? [given.input] : [given.input, given.coded];
  await Promise.all(files.map(requireReadable));
  const gold = readGold([given.gold]);
  const ranker = new CaseRanker(await activeBundle(surroundings));
  const coded = given.coded === undefined ? undefined : await readCodedFile(given.coded, ranker.bundle);
  const lines = linesOf(createReadStream(given.input, 'utf8'));
  const progress = new Progress(surroundings.err);
  const outcomes: CaseOutcome[] = [];
  for await (const outcome of evaluateCases({ lines, gold, ranker, ...(coded && { coded }) })) {
    progress.count(!outcome.ranked);
    outcomes.push(outcome);
  }
  progress.finish();
  if (outcomes.length === 0) throw new UnusableArgument(`${given.input} holds no case with a gold standard`);
  const report = evaluate(outcomes);
  const title = `Accuracy on ${basename(coded === undefined ? given.input : files.join(' + '))}`;
  const text = [reportMarkdown(report, title), ...(coded === undefined ? [] : codedLines(coded))].join('\n');
  writeReport(given.report, { report, text, outcomes, title, knowledge: ranker.bundle.hashes.knowledge });
  surroundings.out.write(text);
}

interface WrittenReport {
  readonly report: EvaluationReport;
  readonly text: string;
  readonly outcomes: readonly CaseOutcome[];
  readonly title: string;
  readonly knowledge: string;
}

function writeReport(folder: string, { report, text, outcomes, title, knowledge }: WrittenReport): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UnusableArgument(`${folder} cannot be made: ${error instanceof Error ? error.message : ''}`);
  }
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  write('report.json', `${JSON.stringify({ knowledge, ...report }, null, 2)}\n`);
  write('report.md', text);
  write('reliability.svg', reliabilityDiagram(report.calibration.bins, title));
  write('misses.tsv', missesTable(outcomes));
}

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
