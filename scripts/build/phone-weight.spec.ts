import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const MODULE = pathToFileURL(join(__dirname, 'phone-weight.mjs')).href;

/** What the build sees of a page with one script, one preloaded part and one style. */
function builtPage(script: string): { dir: string; expected: number } {
  const dir = mkdtempSync(join(tmpdir(), 'phone-weight-'));
  const files = {
    'phone.html': `<script src="/assets/a.js"></script><link href="/assets/b.js"><link href="/assets/c.css">`,
    'assets/a.js': script,
    'assets/b.js': 'b'.repeat(5_000),
    'assets/c.css': 'c',
    'assets/of-another-page.js': 'x'.repeat(100_000),
  };
  mkdirSync(join(dir, 'assets'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const { 'assets/of-another-page.js': _, ...own } = files;
  const expected = Object.values(own).reduce((sum, text) => sum + gzipSync(text, { level: 9 }).byteLength, 0);
  return { dir, expected };
}

describe('the weight of the page for phones', () => {
  const dirs: string[] = [];
  const built = (script: string): { dir: string; expected: number } => {
    const page = builtPage(script);
    dirs.push(page.dir);
    return page;
  };
  afterAll(() => {
    for (const dir of dirs) rmSync(dir, { recursive: true });
  });

  /** Runs the check as the build does; empty where the page is light enough. */
  const complaint = (dir: string, budget: number): string => {
    const program = `import { checkPhoneWeight } from ${JSON.stringify(MODULE)};
      checkPhoneWeight(${JSON.stringify(dir)}, ${String(budget)});`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).stderr;
  };

  it('is that of all that the page loads and of nothing else, and fails the build above the budget', () => {
    const { dir, expected } = built('a');
    expect(complaint(dir, expected)).toBe('');
    expect(complaint(dir, expected - 1)).toContain(`weighs ${String(expected)} bytes`);
  });
});
