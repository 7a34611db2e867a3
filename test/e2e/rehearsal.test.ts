import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(1_900_000);

const COMMAND = join(__dirname, '..', '..', 'scripts', 'openrounds.mjs');
const FULL = process.env['OPENROUNDS_FULL'] === '1';
/** What is not tried in small elsewhere; `npm run test:full` tries all promises with a thousand phones. */
const ROWS = FULL ? ['3', '5', '6', '7', '12', '16'] : ['6', '12', '16'];
const SIZE = FULL
  ? ['--students', '1000', '--seconds', '3', '--patience', '1800']
  : ['--students', '24', '--seconds', '1', '--join-seconds', '1', '--asleep', '12', '--left', '8'];
/** Of a small hall on a machine that does other things as well only what does not depend on its speed is judged. */
const OF_SPEED = /≤ [\d.]+ (?:s|MB) /;

it('is played by a command that anybody can run, and nothing is lost', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[COMMAND, 'rehearse', '--row', ...ROWS],
    ...SIZE,
  ]).catch((error: { stdout: string; stderr: string }) => error);
  const judged = stdout.split('\n').filter((line) => FULL || line.startsWith('  '));
  for (const row of ROWS) expect(stdout).toMatch(new RegExp(`^row ${row}: (?:met|NOT MET)$`, 'm'));
  expect(judged.filter((line) => line.endsWith('NOT MET') && (FULL || !OF_SPEED.test(line)))).toEqual([]);
});
