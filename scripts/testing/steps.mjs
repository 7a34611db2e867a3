import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../build/places.mjs';

/**
 * @typedef {object} StepResult
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [remark] why something did not run
 */

const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

/** A step that could not run here; the summary names it. */
export const skipped = (remark) => ({ passed: 0, failed: 0, skipped: 1, remark });

/** A step that is a command of an installed package or a script of ours: it passes when all exit with 0. */
export async function commands(...lines) {
  for (const [program, ...args] of lines) {
    if ((await run(program, args)) !== 0) return FAILED;
  }
  return PASSED;
}

/** The same for commands that do not need one another: they share the cores, and all are run to their end. */
export async function commandsAtOnce(...lines) {
  const codes = await Promise.all(lines.map(([program, ...args]) => run(program, args)));
  return codes.every((code) => code === 0) ? PASSED : FAILED;
}

/** A function that throws when the step fails. */
export async function attempt(work) {
  try {
    await work();
    return PASSED;
  } catch (error) {
    console.error(error.message);
    return FAILED;
  }
}

/**
 * Jest projects in one run: each of their tests counts.
 *
 * @param {string[]} projects
 * @param {string[]} flags
 * @returns {Promise<StepResult>}
 */
export async function jestProjects(projects, ...flags) {
  const folder = await mkdtemp(join(tmpdir(), 'openrounds-jest-'));
  const outputFile = join(folder, 'result.json');
  try {
    const code = await run('jest', [
      '--selectProjects',
      ...projects,
      '--passWithNoTests',
      '--json',
      `--outputFile=${outputFile}`,
      ...flags,
    ]);
    const result = await readFile(outputFile, 'utf8').then(JSON.parse, () => undefined);
    if (result === undefined) return FAILED;
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      // Jest may fail without a failing test, for instance when it cannot set up.
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: result.numPendingTests + result.numTodoTests,
      remark: remarkOn(result),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Names the tests that did not run: each of them is a promise not kept today. */
function remarkOn(result) {
  const names = result.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title);
  return names.length === 0 ? undefined : [...new Set(names)].join('; ');
}

/** What a check makes it soon throws away: with room for it, collecting costs a sixth less of the whole. */
const ROOMY = ['--min-semi-space-size=64', '--max-semi-space-size=128'];

/**
 * Where Jest starts by Node; a script of `.bin` is a command file on Windows. Its workers inherit the options of its
 * process.
 */
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** Runs a program of `node_modules/.bin`, or this very node, in the repository; resolves to its exit code. */
function run(program, args) {
  const scripts = { node: [], jest: [JEST] };
  const isScript = Object.hasOwn(scripts, program);
  const file = isScript ? process.execPath : join(ROOT, 'node_modules', '.bin', program);
  const line = isScript ? [...ROOMY, ...scripts[program], ...args] : args;
  const shell = !isScript && process.platform === 'win32';
  return new Promise((done, fail) => {
    const child = spawn(file, line, { cwd: ROOT, stdio: 'inherit', shell });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
