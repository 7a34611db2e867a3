import { compareGolden, type GoldenReport } from '@openrounds/ddx-engine';
import { readJson } from '../io/read-json';
import { EXIT, type ExitCode } from '../surroundings';
import { type AddCommand } from './command';

/** Largest difference that counts as equal: rounding of sums in another order stays far below. */
const TOLERANCE = 1e-9;

/** `golden --input FILE`: the engine against numbers that an independent implementation worked out. */
export const addGolden: AddCommand = (program, { out }, exitWith) => {
  program
    .command('golden')
    .description('compute the cases of a golden file and compare every number with what the file expects')
    .requiredOption('--input <file>', 'golden file (JSON)')
    .action(({ input }: { input: string }) => {
      const report = compareGolden(readJson(input));
      for (const line of goldenLines(report)) out.write(`${line}\n`);
      exitWith(goldenVerdict(report));
    });
};

const goldenVerdict = ({ largestDifference, problems }: GoldenReport): ExitCode =>
  largestDifference <= TOLERANCE && problems.length === 0 ? EXIT.ok : EXIT.checkFailed;

function goldenLines(report: GoldenReport): string[] {
  const count = report.problems.length;
  const verdict = goldenVerdict(report) === EXIT.ok ? 'equal to 1e-9' : `${String(count)} problem(s)`;
  return [...report.problems, `largest absolute difference: ${String(report.largestDifference)}; ${verdict}`];
}
