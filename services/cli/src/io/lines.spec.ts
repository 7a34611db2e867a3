import fc from 'fast-check';
import { type Line, linesOf } from './lines';

async function collect(chunks: readonly string[], longest?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(chunks, longest)) lines.push(line);
  return lines;
}
const texts = async (chunks: readonly string[]) =>
  (await collect(chunks)).map((line) => ('text' in line ? line.text : '(too long)'));

describe('linesOf', () => {
  it.each([
    ['no line feed at the end', ['a\nb'], ['a', 'b']],
    ['a line feed at the end', ['a\nb\n'], ['a', 'b']],
    ['carriage returns', ['a\r\nb\r\n'], ['a', 'b']],
    ['an empty line between', ['a\n\nb'], ['a', '', 'b']],
    ['nothing', [], []],
    ['a byte order mark', ['\uFEFFa\nb'], ['a', 'b']],
    [
      'U+2028 inside a line, which is no line end in JSON lines',
      ['a\u2028b\u2029c\nd'],
      ['a\u2028b\u2029c', 'd'],
    ],
    ['cuts anywhere, also between carriage return and line feed', ['a', 'b\r', '\nc', '\n'], ['ab', 'c']],
  ])('splits text with %s', async (_what, chunks, expected) => {
    expect(await texts(chunks)).toEqual(expected);
  });

  it('gives up a line that is too long and goes on with the next', async () => {
    expect(await collect(['ok\n12345', '6789', '0\nok again\n', '1234567890'], 8)).toEqual([
      { text: 'ok' },
      { tooLong: true },
      { text: 'ok again' },
      { tooLong: true },
    ]);
  });

  it('gives the same lines wherever the text is cut', async () => {
    const line = fc.string().map((text) => text.replace(/[\r\n\uFEFF]/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
        const text = lines.map((each) => `${each}\n`).join('');
        const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
        const chunks = places.slice(1).map((place, index) => text.slice(places[index], place));
        expect(await texts(chunks)).toEqual(lines);
      }),
    );
  });
});
