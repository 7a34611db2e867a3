import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage, ROOT } from './pages';

const CHECKS = 25;

/** Rows of the table on the page: which check, and what is said to show it. */
const ROWS = [...readPage('docs/lms.md').matchAll(/^\| (\d+) \|[^|]*\| (.*) \|$/gm)].map(
  ([, no = '', shown = '']) => ({ no: Number(no), shown }),
);

/** Files that a row names, with the titles that follow each. */
const namedIn = (shown: string): { file: string; titles: string[] }[] =>
  [...shown.matchAll(/`([^`]+\.(?:test|spec)\.ts)`:([^`]*)/g)].map(([, file = '', said = '']) => ({
    file,
    titles: [...said.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => title).filter((t) => t !== 'open'),
  }));

it('each check has its row, once', () => {
  expect(ROWS.map(({ no }) => no)).toEqual(Array.from({ length: CHECKS }, (_, n) => n + 1));
});

it.each(ROWS)('check $no names tests that are there, or is open', ({ shown }) => {
  const named = namedIn(shown);
  if (named.length === 0) expect(shown).toBe('*open*');
  for (const { file, titles } of named) {
    expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
    const source = readFileSync(join(ROOT, file), 'utf8');
    expect(titles).not.toEqual([]);
    expect(titles.filter((title) => !source.includes(title))).toEqual([]);
  }
});
