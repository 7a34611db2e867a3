import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VOCABULARY } from '../test/vocabulary.fixture';
import { deidentify } from './deidentification/deidentify';
import { compileVocabulary } from './lexicon/compile';
import { understandText } from './understand';

const LENGTH = 20_000;
const PIECES = JSON.parse(
  readFileSync(join(__dirname, '../test-sets/adversarial.json'), 'utf8'),
) as readonly string[];
const COMPILED = compileVocabulary(VOCABULARY);

/** A pattern that goes astray takes minutes: the time limit of a test finds it. How fast it is says `npm run bench`. */
describe.each(PIECES)('20,000 characters of %j', (piece) => {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

  it('are de-identified to their end', () => {
    const { spans } = deidentify(text);
    expect(spans.filter(({ original }) => original.end > LENGTH)).toEqual([]);
  });

  it('are understood to their end', () => {
    const { findings } = understandText(text, undefined, COMPILED);
    expect(findings.filter(({ source }) => (source?.end ?? 0) > LENGTH)).toEqual([]);
  });
});
