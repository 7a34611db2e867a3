import { join } from 'node:path';
import { buildAll } from '../build.mjs';
import { findChromium } from './chromium.mjs';
import { checkCommitMessages } from './commit-messages.mjs';
import { attempt, commandsAtOnce, jestProjects } from './steps.mjs';
import { installSystemPackages } from './system-packages.mjs';

/** Where the checks keep what they found in files that have not changed since. */
const kept = (name) => join('node_modules', '.cache', 'openrounds', name);
/** The compiler in machine code: it finds the same in a quarter of the time. */
const types = (project, name) => [
  'tsgo',
  '--noEmit',
  '--singleThreaded',
  '--incremental',
  '--tsBuildInfoFile',
  kept(name),
  '-p',
  project,
];

const CHECKS = {
  name: 'lint and types',
  run: () =>
    commandsAtOnce(
      ['oxlint', '--deny-warnings'],
      types('tsconfig.json', 'types'),
      types('services/console/tsconfig.json', 'console-types'),
      ['oxfmt', '--check'],
      ['depcruise', '--config', '.dependency-cruiser.cjs', 'libs', 'services'],
    ),
};

const COMMIT_MESSAGES = { name: 'commit messages', run: checkCommitMessages };

const BUILD = {
  name: 'build',
  run: () => attempt(() => buildAll((part) => console.log(`built: ${part}`))),
};

/** Half a minute each, and seldom what a change breaks. */
const IN_FULL = [
  ['node', 'scripts/openrounds.mjs', 'knowledge', 'texts'],
  ['spectral', 'lint', '--quiet', 'openapi/openrounds.v1.yaml'],
];

const KNOWLEDGE = {
  name: 'knowledge and generated files',
  run: ({ full }) =>
    commandsAtOnce(
      ['node', 'scripts/openrounds.mjs', 'knowledge', 'check', '--errors-only'],
      ['node', 'scripts/generate.mjs', '--check'],
      ...(full ? IN_FULL : []),
    ),
};

const QUICK_TESTS = {
  name: 'unit, shipped and medium',
  // A worker more than cores: tests of queues and of databases wait much.
  run: () => jestProjects(['unit', 'shipped', 'medium'], '--maxWorkers=3'),
};

/** They share one stack, and one waits while the other draws. A third worker makes deadlines late and nothing faster. */
const STACK_WORKERS = '--maxWorkers=2';
const STACK_TESTS = { name: 'e2e and browser', run: stackTests };

async function stackTests() {
  const chromium = await findChromium();
  if (chromium !== undefined) return jestProjects(['e2e', 'browser'], STACK_WORKERS);
  const { passed, failed, skipped, remark } = await jestProjects(['e2e'], STACK_WORKERS);
  const missing = 'browser: there is no Chromium here; install one or name it in CHROME_PATH';
  return { passed, failed, skipped: skipped + 1, remark: remark ? `${remark}; ${missing}` : missing };
}

/**
 * In order of cost. The lanes of one stage run side by side, the steps of a lane one after the other: a build does one
 * thing at a time, which leaves a core to the checks.
 */
const STAGES = [[[CHECKS], [COMMIT_MESSAGES], [BUILD, KNOWLEDGE]], [[QUICK_TESTS]], [[STACK_TESTS]]];

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
  for (const lanes of STAGES)
    results.push(...(await Promise.all(lanes.map((lane) => runLane(lane, { full })))).flat());
  remarks.push(...results.flatMap(({ remark }) => remark ?? []));
  summarise(results, remarks);
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
}

async function runLane(steps, form) {
  const results = [];
  for (const step of steps) results.push(await runStep(step, form));
  return results;
}

async function runStep({ name, run }, form) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  const result = { name, ...(await run(form)), seconds: 0 };
  result.seconds = (performance.now() - start) / 1000;
  console.log(`--- ${name}: ${countsOf(result)} (${result.seconds.toFixed(1)} s)`);
  return result;
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
