import { missingOf, testsNamedIn } from './named-tests';
import { readPage } from './pages';

const CHECKS = 25;

/** Rows of the table on the page: which check, and what is said to show it. */
const ROWS = [...readPage('docs/lms.md').matchAll(/^\| (\d+) \|[^|]*\| (.*) \|$/gm)].map(
  ([, no = '', shown = '']) => ({ no: Number(no), shown }),
);

it('each check has its row, once', () => {
  expect(ROWS.map(({ no }) => no)).toEqual(Array.from({ length: CHECKS }, (_, n) => n + 1));
});

it.each(ROWS)('check $no names tests that are there, or is open', ({ shown }) => {
  const named = testsNamedIn(shown);
  if (named.length === 0) expect(shown).toBe('*open*');
  expect(named.flatMap(missingOf)).toEqual([]);
});
