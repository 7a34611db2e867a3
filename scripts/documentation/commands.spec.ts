import { CreateRunInput } from '@openrounds/contracts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, readPage, ROOT } from './pages';

const { scripts } = JSON.parse(readPage('package.json')) as { scripts: Record<string, string> };
describe('the pages', () => {
  it('name npm scripts that exist', () => {
    const named = PAGES.flatMap((page) =>
      [...readPage(page).matchAll(/\bnpm (?:run\s+([a-z][a-z0-9:]*)|(start|test)\b)/g)].map(
        ([, run, short = '']) => ({ page, name: run ?? short }),
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });
});

describe('the README', () => {
  const readme = readPage('README.md');
  const bodies = [...readme.matchAll(/-d '(\{[\s\S]*?\n {2}\})'/g)].map(
    ([, body = '']) => JSON.parse(body) as unknown,
  );

  it('shows one request in English and one in Chinese', () => {
    expect(bodies).toMatchObject([{ case: { language: 'en' } }, { case: { language: 'zh' } }]);
  });

  it.each(bodies.map((body, index) => [index + 1, body] as const))(
    'shows requests that the contract accepts: %i',
    (_number, body) => {
      expect(CreateRunInput.safeParse(body).error).toBeUndefined();
    },
  );

  it.each(['services', 'libs'])('shows every folder of %s/', (folder) => {
    const listing = /```\nservices\/[\s\S]*?```/.exec(readme)?.[0] ?? '';
    const shown = [...listing.matchAll(/([a-z-]+)\//g)].map(([, name]) => name);
    const there = readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(shown).toEqual(expect.arrayContaining(there));
  });
});
