import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PAGES, readPage, ROOT } from './pages';

/** The anchor that a heading gets on the pages of common code hosts. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
const anchorsOf = (page: string): string[] =>
  [
    ...readPage(page)
      .replace(/^```[\s\S]*?^```/gm, '')
      .matchAll(/^#+ (.*)$/gm),
  ].map(([, heading = '']) => anchorOf(heading));

/** Links into the repository; pictures are left out. */
const linksOf = (page: string): { path: string; anchor: string }[] =>
  [...withoutCode(readPage(page)).matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?|mailto):/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { path: path === '' ? page : join(dirname(page), path), anchor };
    });

describe.each(PAGES)('%s', (page) => {
  it('links to what is there', () => {
    const broken = linksOf(page).filter(
      ({ path, anchor }) =>
        !existsSync(join(ROOT, path)) || (anchor !== '' && !anchorsOf(path).includes(anchor)),
    );
    expect(broken).toEqual([]);
  });
});

it('looks at the pages that matter, and finds their links', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/operations.md']));
  expect(linksOf('README.md').length).toBeGreaterThan(10);
});
