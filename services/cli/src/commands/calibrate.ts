import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calibrate,
  type CalibrationCase,
  clustersBy,
  compareConstants,
  type GoldMap,
  type KnownDisease,
} from '@openrounds/evaluation';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { compileKnowledge } from '@openrounds/ddx-engine';
import { readCalibrationFile } from '../calibration/calibration-cases';
import { type CalibrationRecord, calibrationYaml, chosenConstants } from '../calibration/calibration-file';
import { readGold } from '../evaluation/gold-files';
import { knownDiseases } from '../evaluation/known-diseases';
import { requireReadable } from '../io/require-readable';
import { type CaseRanker } from '../ranking/case-ranker';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';

interface CalibrateArguments {
  readonly input: readonly string[];
  readonly gold: readonly string[];
  readonly simulated: readonly string[];
  readonly dryRun?: true;
}

/** `calibrate`: fits the constants of the ranking to cases whose diagnosis is known. */
export const addCalibrate: AddCommand = (program, surroundings) => {
  program
    .command('calibrate')
    .description("fit the ranking's constants to cases whose diagnosis is known and write calibration.yaml")
    .requiredOption(
      '--input <files...>',
      'cases, one JSON object a line, each with gold: [label] and its source',
    )
    .requiredOption('--gold <files...>', 'what each label stands for (JSON)')
    .option('--simulated <files...>', 'cases that are reported but take no part in the fit', [])
    .option('--dry-run', 'print what would be written')
    .action((given: CalibrateArguments) => calibrateFiles(given, surroundings));
};

async function calibrateFiles(given: CalibrateArguments, surroundings: Surroundings): Promise<void> {
  await Promise.all([...given.input, ...given.simulated].map(requireReadable));
  const gold = readGold(given.gold);
  const ranker = await activeRanker(surroundings);
  const known = scoredDiseases(ranker);
  const used = await readFiles(given.input, gold, ranker, known);
  if (used.cases.length === 0) throw new UnusableArgument('no case has a diagnosis of the knowledge base');
  const simulated = await readFiles(given.simulated, gold, ranker, known);
  const result = calibrate(used.cases, known.length, ranker.bundle.calibration.parameters);
  const record: CalibrationRecord = {
    result,
    simulated: compareConstants(simulated.cases, known.length, result.start, result.fitted),
    data: [...used.lines, ...simulated.lines.map((line) => `${line}; simulated, left out of the fit`)],
    date: new Date().toISOString().slice(0, 10),
  };
  const yaml = calibrationYaml(record);
  if (!given.dryRun) writeFileSync(join(surroundings.knowledgeDir, 'calibration.yaml'), yaml);
  surroundings.out.write(`${yaml}\n${verdict(record)}\n`);
}

/** The knowledge base's diseases in the order in which the engine scores them, whatever the setting. */
function scoredDiseases({ bundle }: CaseRanker): KnownDisease[] {
  const byId = new Map(knownDiseases(bundle).map((disease) => [disease.diseaseId, disease]));
  const { diseases } = compileKnowledge(engineKnowledgeFor(bundle, undefined));
  return diseases.flatMap(({ id }) => byId.get(id) ?? []);
}

interface ReadFiles {
  readonly cases: readonly CalibrationCase[];
  readonly lines: readonly string[];
}

async function readFiles(
  paths: readonly string[],
  gold: GoldMap,
  ranker: CaseRanker,
  known: readonly KnownDisease[],
): Promise<ReadFiles> {
  const cases: CalibrationCase[] = [];
  let [notCovered, notRanked] = [0, 0];
  for (const path of paths) {
    const file = await readCalibrationFile(path, gold, ranker, known);
    cases.push(...file.cases);
    notCovered += file.notCovered;
    notRanked += file.notRanked;
  }
  const sets = clustersBy(cases, ({ dataSet }) => dataSet).map(
    (own) => `${own[0]?.dataSet ?? ''}: ${String(own.length)} cases`,
  );
  if (sets.length === 0) return { cases, lines: [] };
  const unused = `${String(notCovered)} not covered by the knowledge base, ${String(notRanked)} not ranked`;
  return { cases, lines: [`${sets.join(', ')} (${unused})`] };
}

function verdict(record: CalibrationRecord): string {
  const { gain, worthwhile } = record.result;
  const [value, low, high] = [gain.value, gain.low, gain.high].map((each) => each?.toFixed(3) ?? '–');
  const range = `gain out of fold: ${String(value)} nats a case (${String(low)} to ${String(high)})`;
  const constants = Object.entries(chosenConstants(record)).map(([name, each]) => `${name} ${String(each)}`);
  return `${range}; ${worthwhile ? 'fitted constants taken' : 'starting values kept'}: ${constants.join(', ')}`;
}
