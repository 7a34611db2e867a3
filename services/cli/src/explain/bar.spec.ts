import fc from 'fast-check';
import { bar } from './bar';

describe('bar', () => {
  it.each([
    [0, '    '],
    [1, '████'],
    [0.5, '██  '],
    [1 / 32, '▏   '],
    [0.6, '██▍ '],
    [-1, '    '],
    [7, '████'],
  ])('draws %p', (probability, expected) => {
    expect(bar(probability, 4)).toBe(expected);
  });

  it('is as wide as asked and grows with the probability', () => {
    const filled = (text: string) => [...text].reduce((sum, block) => sum + ' ▏▎▍▌▋▊▉█'.indexOf(block), 0);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (p, q) => {
          expect(bar(p, 10)).toHaveLength(10);
          expect(filled(bar(Math.min(p, q), 10))).toBeLessThanOrEqual(filled(bar(Math.max(p, q), 10)));
        },
      ),
    );
  });
});
