import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type VocabularyFinding } from '../src/model/vocabulary';
import { readYaml } from './read-yaml';

const HOUSE = join(__dirname, '..');
const FINDINGS = join(HOUSE, '../../knowledge/findings');

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

const findings = filesUnder(FINDINGS, '.yaml').flatMap((file) => readYaml(file) as VocabularyFinding[]);
const byId = new Map(findings.map((finding) => [finding.id, finding]));

const code = filesUnder(join(HOUSE, 'src'), '.ts')
  .filter((file) => !/\.spec\.ts$|compiled/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const lexicon = new Map(
  ['en', 'zh'].flatMap((language) =>
    filesUnder(join(HOUSE, 'lexicon', language), '.yaml').map((file) => [
      file.slice(HOUSE.length + '/lexicon/'.length).replace('.yaml', ''),
      readYaml(file) as unknown,
    ]),
  ),
);

/** What stands under some keys, at any depth. */
function valuesOf(node: unknown, keys: ReadonlySet<string>): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => valuesOf(each, keys));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    keys.has(key) ? [value].flat().filter((one) => typeof one === 'string') : valuesOf(value, keys),
  );
}

/** The attributes of the illness itself, which are read by their own stage. */
const ATTRIBUTES = new Set(['illness-onset', 'illness-duration', 'illness-course']);

describe('ids of findings', () => {
  it('are none in the code: what is medicine is declared by the finding', () => {
    const named = code.flatMap(({ file, text }) =>
      Array.from(text.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+)'/g), ([, id = '']) => id)
        .filter((id) => byId.has(id) && !ATTRIBUTES.has(id))
        .map((id) => `${file}: ${id}`),
    );
    expect(named).toEqual([]);
  });

  it('are compared with no single finding and no pattern', () => {
    const judged = code.flatMap(({ file, text }) =>
      Array.from(
        text.matchAll(
          /\b(?:findingId|diseaseId|\.id) ?(?:=== '|\.(?:starts|ends)With\(|\.includes\()|\.test\((?:\w+\.)?(?:findingId|diseaseId|id)\)/g,
        ),
        ([match]) => `${file}: ${match}`,
      ),
    );
    const ofAttributes = (line: string): boolean => /illness|conclude-text\.ts/.test(line);
    expect(judged.filter((line) => !ofAttributes(line))).toEqual([]);
  });

  it.each([...lexicon.keys()])('of lexicon/%s are in the knowledge base', (name) => {
    const told = valuesOf(lexicon.get(name), new Set(['finding', 'instead', 'findingId']));
    const wrong = told.filter((each) => {
      const [id = '', state] = each.split('=');
      return !byId.has(id) || (state !== undefined && byId.get(id)?.states?.includes(state) !== true);
    });
    expect(wrong).toEqual([]);
  });
});

describe('what findings declare of how they are told', () => {
  const inLexicon = (file: string, key: string): Set<string> =>
    new Set(['en', 'zh'].flatMap((language) => valuesOf(lexicon.get(`${language}/${file}`), new Set([key]))));

  it('is an amount that the lexicon tells, and every amount decides something', () => {
    const declared = new Set(findings.flatMap(({ toldBy = [] }) => toldBy.map(({ amount }) => amount)));
    const told = new Set([...inLexicon('told', 'amount'), ...inLexicon('demographics', 'amount')]);
    expect([...declared].sort()).toEqual([...told].sort());
  });

  it('is a circumstance that the lexicon has', () => {
    const factors = inLexicon('circumstances', 'factor');
    const declared = findings.flatMap(({ qualifies = [] }) =>
      qualifies.flatMap(({ worse = [], relief = [], radiation = [] }) => [worse, relief, radiation].flat()),
    );
    expect(declared.filter((factor) => !factors.has(factor))).toEqual([]);
  });

  it('is one finding for each role', () => {
    const roles = findings.flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect(roles.sort()).toEqual(['allergy', 'illness-of-others']);
  });
});
