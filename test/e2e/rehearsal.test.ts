import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeInFull } from '@openrounds/testing';

jest.setTimeout(1_900_000);

const COMMAND = join(__dirname, '..', '..', 'scripts', 'openrounds.mjs');
const ROWS = ['3', '5', '6', '7', '12', '16'];
const SIZE = ['--students', '1000', '--seconds', '3', '--patience', '600'];
/** What takes longer is stopped, and what it has said until then is shown. */
const LATEST = { timeout: 1_800_000 };
/** On a machine that does other things as well, what a second decides is not judged; it is printed. */
const OF_SPEED = /≤ 1 s /;

describeInFull('the rehearsal of a lecture', () => {
  it('is played by a command that anybody can run, and nothing is lost', async () => {
    const command = [COMMAND, 'rehearse', '--row', ...ROWS, ...SIZE];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, LATEST).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    const figures = stdout.split('\n').filter((line) => line.startsWith('  '));
    for (const row of ROWS) expect(stdout).toMatch(new RegExp(`^row ${row}: (?:met|NOT MET)$`, 'm'));
    expect(figures.filter((line) => line.endsWith('NOT MET') && !OF_SPEED.test(line))).toEqual([]);
  });
});
