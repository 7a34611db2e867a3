import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pages';

/** A file that a page names, and the titles of tests that follow it: `` `file.test.ts`: *one*, *another* ``. */
interface NamedTests {
  readonly file: string;
  readonly titles: readonly string[];
}

/** What the cell of a table says to show its row; nothing where it says `*open*`. */
export const testsNamedIn = (cell: string): NamedTests[] =>
  [...cell.matchAll(/`([^`]+\.ts)`:([^`]*)/g)].map(([, file = '', said = '']) => ({
    file,
    titles: [...said.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => title).filter((t) => t !== 'open'),
  }));

/** What is not there of what is named: the file, or a whole title as its source spells it. */
export const missingOf = ({ file, titles }: NamedTests): string[] => {
  if (!existsSync(join(ROOT, file))) return [file];
  if (titles.length === 0) return [`${file}: no title`];
  const source = readFileSync(join(ROOT, file), 'utf8');
  /** From quote to quote; of a title with a part that is put in, what stands before or after that. */
  const stands = (title: string): boolean =>
    ["'", '"', '`', '} '].some((before) =>
      ["'", '"', '`', '${'].some((after) => source.includes(before + title + after)),
    );
  return titles.filter((title) => !stands(title)).map((title) => `${file}: ${title}`);
};
