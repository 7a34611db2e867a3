import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

const markdownIn = (folder: string, recursive: boolean): string[] =>
  readdirSync(join(ROOT, folder), { recursive, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));

/** Every page that a reader may open, from the repository's root. */
export const PAGES: readonly string[] = [
  ...markdownIn('.', false),
  ...markdownIn('docs', true),
  'knowledge/README.md',
];

export const readPage = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
