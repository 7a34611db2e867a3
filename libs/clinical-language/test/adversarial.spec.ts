import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledOnce, FULL } from '@openrounds/testing';
import { VOCABULARY } from './vocabulary.fixture';
import { deidentify } from '../src/mask/deidentify';
import { understandText } from '../src/read-case';

/** A sixteenth of the longest text, in the long form a quarter: a pattern that backtracks does not come back from it either. */
const LENGTH = FULL ? 5_000 : 1_250;
const LISTED = JSON.parse(
  readFileSync(join(__dirname, '../test-sets/adversarial.json'), 'utf8'),
) as readonly string[];
const MARKS = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).filter(
  (mark) => /[^a-z\d]/i.test(mark),
);
const PIECES = [...new Set([...LISTED, ...MARKS])];
const COMPILED = compiledOnce(VOCABULARY);
/** What follows the hostile part must be read as if it stood alone: an empty answer is no answer. */
const LAST = { phone: '555-867-5309', complaint: 'shortness of breath' };
const ENDING = `\n\nCall her on ${LAST.phone}.\n\nThe patient has ${LAST.complaint}.\n`;

/** A pattern that goes astray takes minutes: the time limit of a test finds it. `npm run bench` finds what costs its square. */
describe.each(PIECES)(`${LENGTH.toLocaleString('en')} characters of %j`, (piece) => {
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
