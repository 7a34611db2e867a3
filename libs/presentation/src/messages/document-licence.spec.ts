import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentLicenceText } from './catalogue';

const GUIDELINES = join(__dirname, '../../../../knowledge/guidelines');
const written = new Set(
  readdirSync(GUIDELINES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .flatMap(
      (file) => readFileSync(join(GUIDELINES, file), 'utf8').match(/(?<=^documentLicence: ).+$/gm) ?? [],
    ),
);
/** Licences that have a name. */
const NAMED = /^CC |Open Content Licence$/;

describe('the licence of a document', () => {
  it('is said in Chinese, whichever the knowledge base has, but for names of licences', () => {
    const left = [...written].filter(
      (licence) => !/\p{Script=Han}/u.test(documentLicenceText(licence, 'zh')),
    );
    expect(written.size).toBeGreaterThan(3);
    expect(left.filter((licence) => !NAMED.test(licence))).toEqual([]);
  });

  it('is in both languages what an institution wrote', () => {
    for (const language of ['en', 'zh'] as const)
      expect(documentLicenceText('for our ward', language)).toBe('for our ward');
  });
});
