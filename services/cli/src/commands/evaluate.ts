import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  type Attribute,
  ATTRIBUTES,
  type CaseOutcome,
  evaluate,
  type EvaluationReport,
  missesTable,
  reliabilityDiagram,
  reportMarkdown,
} from '@openrounds/evaluation';
import { CaseMix } from '@openrounds/contracts';
import { InvalidArgumentError, Option } from 'commander';
import { readCodedFile, unmappedCounts } from '../evaluation/coded-file';
import { type CodedFindings } from '../evaluation/coded-findings';
import { type EvaluatedCase, evaluateCases, type EvaluationInput } from '../evaluation/evaluate-cases';
import { readGold } from '../evaluation/gold-files';
import {
  HALVES,
  OWN_CASES,
  type OwnCaseChoice,
  type OwnCaseKind,
  readOwnCases,
} from '../evaluation/own-cases';
import { recordEvaluation } from '../evaluation/evaluation-record';
import { type Fairness, fairnessOf } from '../fairness/fairness';
import { type Swap, SWAPS } from '../fairness/swap';
import { linesOf } from '../io/lines';
import { type LlmMeasurement } from '../language-model/measure-llm';
import { type ModelSource } from '../language-model/opened-model';
import { Progress } from '../io/progress';
import { jsonFile, writeReport } from '../io/write-report';
import { requireReadable } from '../io/require-readable';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';
import { sampleOption } from './sample-option';

interface EvaluateArguments {
  readonly input?: string;
  readonly gold?: string;
  readonly ours?: OwnCaseKind;
  readonly half?: OwnCaseChoice['half'];
  readonly sample?: number;
  readonly report: string;
  readonly coded?: string;
  readonly caseMix: CaseMix;
  readonly by: readonly Attribute[];
  readonly swap: readonly Swap[];
  readonly tolerance: number;
  readonly llm?: ModelSource;
  readonly record?: true;
}

/** Greatest difference of a probability between the two patients of a pair that counts as none. */
const TOLERANCE = 0.05;

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
    .addOption(sampleOption())
    .addOption(
      new Option('--case-mix <mix>', 'teaching: priors tempered; consecutive: patients as they come')
        .choices(CaseMix.options)
        .default('teaching'),
    )
    .option(
      '--by <attributes>',
      `also by group: ${ATTRIBUTES.join(', ')}, separated by commas`,
      namesOf(ATTRIBUTES),
      [],
    )
    .option(
      '--swap <attributes>',
      `also each case for two patients who differ in this alone: ${SWAPS.join(', ')}`,
      namesOf(SWAPS),
      [],
    )
    .option('--tolerance <difference>', 'of a probability, 0 to 1, for --swap', toleranceNamed, TOLERANCE)
    .addOption(
      new Option(
        '--llm <source>',
        'also ask the language model of the environment (docs/llm.md): rankings of engine, model and both pooled, and readings of rules, model and both merged, side by side',
      ).choices(['recorded', 'endpoint']),
    )
    .option('--record', 'write the figures into evaluation.yaml, for the source attributes (only --ours)')
    .action((given: EvaluateArguments) => evaluateGiven(given, surroundings));
};

/** Reads names out of a list of known ones, separated by commas. */
function namesOf<Name extends string>(known: readonly Name[]): (names: string) => Name[] {
  return (names) =>
    names.split(',').map((given) => {
      const name = known.find((each) => each === given.trim());
      if (name === undefined) throw new InvalidArgumentError(`${given} is none of ${known.join(', ')}.`);
      return name;
    });
}

function toleranceNamed(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It is a number from 0 to 1.');
  return value;
}

async function evaluateGiven(given: EvaluateArguments, surroundings: Surroundings): Promise<void> {
  if (given.record && given.ours === undefined)
    throw new UnusableArgument(
      'only cases of our own are recorded: others cannot be measured again from here',
    );
  const measurement = given.llm && (await measurementOf(given.llm));
  const cases =
    given.ours === undefined
      ? await casesOfFile(given, surroundings)
      : await casesOfOurs({ kind: given.ours, half: given.half, sample: given.sample }, surroundings);
  const { ranker, coded, name } = cases;
  const { caseMix } = given;
  const progress = new Progress(surroundings.err);
  const evaluated: EvaluatedCase[] = [];
  for await (const one of evaluateCases({ ...cases, caseMix })) {
    progress.count(!one.outcome.ranked);
    evaluated.push(one);
  }
  progress.finish();
  const outcomes = evaluated.map(({ outcome }) => outcome);
  if (outcomes.length === 0) throw new UnusableArgument(`${name} holds no case with a gold standard`);
  const report = evaluate(outcomes);
  const title = `Accuracy on ${name}`;
  const fairness = fairnessOf(evaluated, given, ranker);
  const llm = await measurement?.measure({ evaluated, ranker, gold: cases.gold, caseMix }, report);
  const text = [
    reportMarkdown(report, { title, caseMix }),
    ...(llm === undefined ? [] : [llm.text]),
    ...fairness.texts,
    ...(coded === undefined ? [] : codedLines(coded)),
  ].join('\n');
  const { knowledge } = ranker.bundle.hashes;
  writeReport(given.report, {
    ...reportFiles({ report, fairness, text, outcomes, title, caseMix, knowledge }),
    ...fairness.files,
    ...(llm && { 'llm.json': jsonFile(llm.report) }),
  });
  if (given.record) {
    const date = new Date().toISOString().slice(0, 10);
    recordEvaluation(surroundings.knowledgeDir, { name, caseMix, knowledge, date, report, fairness });
  }
  surroundings.out.write(text);
}

/** Only here: it brings the framework of the services, for which no other evaluation waits. */
async function measurementOf(source: ModelSource): Promise<LlmMeasurement> {
  const { LlmMeasurement } = await import('../language-model/measure-llm');
  return LlmMeasurement.of(source);
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
  const { kind, half, sample } = choice;
  const ranker = await activeRanker(surroundings);
  return {
    ...(await readOwnCases(surroundings.knowledgeDir, choice, ranker.bundle)),
    ranker,
    name: [
      `our own ${kind} cases`,
      ...(half === undefined ? [] : [`${half} half`]),
      ...(sample === undefined ? [] : [`sample of ${String(sample)}`]),
    ].join(', '),
  };
}

interface WrittenReport {
  readonly report: EvaluationReport;
  readonly fairness: Fairness;
  readonly text: string;
  readonly outcomes: readonly CaseOutcome[];
  readonly title: string;
  readonly caseMix: CaseMix;
  readonly knowledge: string;
}

const reportFiles = ({
  report,
  fairness: { groups, swaps },
  text,
  outcomes,
  title,
  caseMix,
  knowledge,
}: WrittenReport): Record<string, string> => ({
  'report.json': jsonFile({ knowledge, caseMix, ...report, groups, swaps }),
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
