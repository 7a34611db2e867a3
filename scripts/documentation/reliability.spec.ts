import { missingOf, testsNamedIn } from './named-tests';
import { readPage } from './pages';

const PAGE = readPage('docs/reliability.md');
const LAST = { F: 26, B: 25 };

/** Rows of both tables: which one, what is said to show it, and what is said to be missing. */
const ROWS = [...PAGE.matchAll(/^\| ([FB]\d+) \|[^|]*\|[^|]*\| ([^|]*) \| ([^|]*) ?\|$/gm)].map(
  ([, no = '', shown = '', missing = '']) => ({ no, shown, missing: missing.trim() }),
);

it('each fault and each bad input has its row, once', () => {
  const numbered = Object.entries(LAST).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, n) => `${letter}${String(n + 1)}`),
  );
  expect(ROWS.map(({ no }) => no)).toEqual(numbered);
});

it.each(ROWS)('row $no names tests that are there', ({ shown }) => {
  const named = testsNamedIn(shown);
  expect(named).not.toEqual([]);
  expect(named.flatMap(missingOf)).toEqual([]);
});

it('counts its rows as they are', () => {
  const part = ROWS.filter(({ missing }) => missing !== '').length;
  const said = [ROWS.length, ROWS.length - part, part].map(String);
  expect(/Of (\d+) rows (\d+) are shown as a whole, (\d+) in part/.exec(PAGE)?.slice(1)).toEqual(said);
});
