import { buildAll } from '../build.mjs';
import { findChromium } from './chromium.mjs';
import { checkCommitMessages } from './commit-messages.mjs';
import { attempt, commands, commandsAtOnce, jestProject, skipped } from './steps.mjs';
import { installSystemPackages } from './system-packages.mjs';

const STEPS = [
  {
    name: 'lint and types',
    run: () =>
      commandsAtOnce(
        ['eslint', '.'],
        ['tsc', '--noEmit', '-p', 'tsconfig.json'],
        ['tsc', '--noEmit', '-p', 'services/console/tsconfig.json'],
        ['prettier', '--check', '--log-level', 'warn', '.'],
        ['depcruise', '--config', '.dependency-cruiser.cjs', 'libs', 'services'],
      ),
  },
  { name: 'commit messages', run: checkCommitMessages },
  { name: 'build', run: () => attempt(() => buildAll((part) => console.log(`built: ${part}`))) },
  {
    name: 'knowledge and generated files',
    run: () =>
      commandsAtOnce(
        ['node', 'scripts/openrounds.mjs', 'knowledge', 'check', '--errors-only'],
        ['node', 'scripts/openrounds.mjs', 'knowledge', 'texts'],
        ['node', 'scripts/generate.mjs', '--check'],
        ['spectral', 'lint', '--quiet', 'openapi/openrounds.v1.yaml'],
      ),
  },
  { name: 'bundle', run: () => commands(['node', 'scripts/openrounds.mjs', 'knowledge', 'build']) },
  { name: 'unit', run: () => jestProject('unit', '--maxWorkers=2') },
  { name: 'medium', run: () => jestProject('medium', '--maxWorkers=2') },
  { name: 'e2e', run: () => jestProject('e2e', '--maxWorkers=2') },
  { name: 'browser', run: browserTests },
];

async function browserTests() {
  if ((await findChromium()) === undefined) {
    return skipped('browser: there is no Chromium here; install one or name it in CHROME_PATH');
  }
  return jestProject('browser', '--runInBand');
}

/**
 * Runs every step, whatever became of those before it.
 *
 * @param {{ full: boolean }} options
 * @returns {Promise<number>} exit code
 */
export async function runSteps({ full }) {
  if (full) process.env.OPENROUNDS_FULL = '1';
  const remarks = [];
  const system = await installSystemPackages();
  if (system !== undefined) remarks.push(system);
  const results = [];
  for (const { name, run } of STEPS) {
    console.log(`\n=== ${name}`);
    const start = performance.now();
    const result = { name, ...(await run()), seconds: 0 };
    result.seconds = (performance.now() - start) / 1000;
    results.push(result);
    if (result.remark !== undefined) remarks.push(result.remark);
    console.log(`--- ${name}: ${countsOf(result)} (${result.seconds.toFixed(1)} s)`);
  }
  summarise(results, remarks);
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
}

function summarise(results, remarks) {
  console.log('\n=== summary');
  for (const { name, seconds, ...counts } of results) {
    const mark = counts.failed > 0 ? 'FAILED' : counts.skipped > 0 ? 'ok, not all' : 'ok';
    console.log(
      `${name.padEnd(30)} ${mark.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s   ${countsOf(counts)}`,
    );
  }
  if (remarks.length > 0) {
    console.log('\nNOT RUN HERE:');
    for (const remark of remarks) console.log(`  ${remark}`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log(
    `\n${countsOf({ passed: total('passed'), failed: total('failed'), skipped: total('skipped') })}`,
  );
}

const countsOf = ({ passed, failed, skipped: left }) =>
  `${passed} passed, ${failed} failed${left > 0 ? `, ${left} skipped` : ''}`;
