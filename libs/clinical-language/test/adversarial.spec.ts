import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VOCABULARY } from './vocabulary.fixture';
import { deidentify } from '../src/mask/deidentify';
import { compileVocabulary } from '../src/vocabulary/compile';
import { understandText } from '../src/read-case';

const LENGTH = 20_000;
const PIECES = JSON.parse(
  readFileSync(join(__dirname, '../test-sets/adversarial.json'), 'utf8'),
) as readonly string[];
const COMPILED = compileVocabulary(VOCABULARY);
/** What follows the hostile part must be read as if it stood alone: an empty answer is no answer. */
const LAST = { phone: '555-867-5309', complaint: 'shortness of breath' };
const ENDING = `\n\nCall her on ${LAST.phone}.\n\nThe patient has ${LAST.complaint}.\n`;

/** A pattern that goes astray takes minutes: the time limit of a test finds it. How fast it is says `npm run bench`. */
describe.each(PIECES)('20,000 characters of %j', (piece) => {
  const hostile = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH - ENDING.length);
  const text = hostile + ENDING;

  it('are de-identified to their end', () => {
    const { spans } = deidentify(text);
    const start = text.lastIndexOf(LAST.phone);
    expect(spans).toContainEqual(
      expect.objectContaining({ kind: 'phone', original: { start, end: start + LAST.phone.length } }),
    );
    expect(spans.filter(({ original }) => original.end > LENGTH)).toEqual([]);
  });

  it('are understood to their end', () => {
    const { findings } = understandText(text, undefined, COMPILED);
    const start = text.lastIndexOf(LAST.complaint);
    expect(findings.filter(({ findingId }) => findingId === 'dyspnoea')).toEqual([
      expect.objectContaining({
        presence: 'present',
        source: expect.objectContaining({ start, end: start + LAST.complaint.length }),
      }),
    ]);
    expect(findings.filter(({ source }) => (source?.end ?? 0) > LENGTH)).toEqual([]);
  });
});
