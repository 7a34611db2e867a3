import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { NEWEST } from '../scaling/measured';
import { type Surroundings } from '../surroundings';
import { addScale } from './scale';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrounds-scale-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function scale(...argv: string[]): string[] {
  const out = new PassThrough();
  const program = new Command().exitOverride();
  addScale(program, { out } as unknown as Surroundings, () => undefined);
  program.parse(['scale', ...argv], { from: 'user' });
  return String(out.read() ?? '').split('\n');
}

function costsFile(changes: object): string {
  const file = join(folder, 'costs.json');
  writeFileSync(file, JSON.stringify({ ...NEWEST.postgres, ...changes }));
  return file;
}

describe('scale', () => {
  it('stands beside what the bench has measured, where it has measured so many clients', () => {
    const [, , , , four, five] = scale('--clients', '4', '5', '--seconds', '5');
    expect(four).toMatch(/^\| 4 \| \d+\.\d \| \d+\.\d \([−+]\d+ %\) \|/);
    expect(five).toMatch(/^\| 5 \| \d+\.\d \| – \|/);
  });

  it('says what schools need, with processor times of one’s own', () => {
    const run = { ...NEWEST.postgres.run, 'ddx-ranking': 600 };
    const lines = scale('--schools', '1', '--seconds', '30', '--costs', costsFile({ of: 'mine', run }));
    expect(lines[0]).toBe('Processor times: mine.');
    expect(lines).toContainEqual(expect.stringMatching(/^\| processes of ddx-ranking \| [2-5] \|$/));
    expect(lines).toContain('| processes of case-intake | 1 |');
  });

  it('names what cannot be reckoned with', () => {
    expect(() => scale('--schools', '0')).toThrow('--schools takes 1 to');
    expect(() => scale('--costs', costsFile({ after: 2 }))).toThrow('after');
  });
});
