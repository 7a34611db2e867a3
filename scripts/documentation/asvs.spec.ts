import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missingOf, testsNamedIn } from './named-tests';
import { readPage, ROOT } from './pages';

const PAGE = readPage('docs/asvs.md');

/** How many requirements of levels 1 and 2 the sections have (edition 5.0.0); those of level 3 come after them in each. */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};
const NUMBERS = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.flatMap((last, section) =>
    Array.from({ length: last }, (_, n) => `${chapter}.${String(section + 1)}.${String(n + 1)}`),
  ),
);

const KINDS = ['shown', 'by design', 'not ours', 'open'];
const ROWS = [...PAGE.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, no = '', short = '', kind = '', why = '']) => ({ no, short, kind, why }),
);

/** Files that a cell names, in code, by their path from the root. */
const filesIn = (cell: string): string[] =>
  [...cell.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.\w+)`/g)].map(([, path = '']) => path);

it('each requirement of levels 1 and 2 has its row, once, in order', () => {
  expect(ROWS.map(({ no }) => no)).toEqual(NUMBERS);
});

it.each(ROWS)('$no is $kind in at most ten words, and names what is there', ({ short, kind, why }) => {
  expect(KINDS).toContain(kind);
  expect(short.split(' ').length).toBeLessThanOrEqual(10);
  const named = testsNamedIn(why);
  if (kind === 'shown') expect(named).not.toEqual([]);
  expect(named.flatMap(missingOf)).toEqual([]);
  expect(filesIn(why).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('what is open stands in SECURITY.md, and nothing else', () => {
  const [, section = ''] = /^## Open by ASVS.*\n([^]*?)(?=^## |(?![^]))/m.exec(readPage('SECURITY.md')) ?? [];
  const open = ROWS.filter(({ kind }) => kind === 'open').map(({ no }) => no);
  expect((section.match(/\d+\.\d+\.\d+/g) ?? []).sort()).toEqual(open.sort());
});

it('counts its rows as they are', () => {
  const said = [ROWS.length, ...KINDS.map((kind) => ROWS.filter((row) => row.kind === kind).length)];
  expect(
    /Of (\d+) requirements (\d+) are shown, (\d+) by design, (\d+) not ours, (\d+) open/.exec(PAGE)?.slice(1),
  ).toEqual(said.map(String));
});
