import { PAGES, readPage } from './pages';

/** Cells of a row, as Markdown counts them: a bar in code that is not escaped would be one too. */
const cellsOf = (row: string): number => row.trim().replaceAll('\\|', '').split('|').length - 2;

/** Each table of a page as its lines, head first. */
const tablesOf = (text: string): string[][] =>
  [...text.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => table.trimEnd().split('\n'));

describe('the tables of the pages', () => {
  it.each(PAGES)('of %s have as many cells in each row as in their head', (page) => {
    const uneven = tablesOf(readPage(page)).flatMap(([head = '', ...rows]) =>
      rows.filter((row) => cellsOf(row) !== cellsOf(head)),
    );
    expect(uneven).toEqual([]);
  });
});
