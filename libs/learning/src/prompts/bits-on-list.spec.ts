import fc from 'fast-check';
import { anyList, listOf } from '../../test/lists';
import { bitsOnList } from './bits-on-list';

describe('bitsOnList', () => {
  it('is one bit where a test decides between halves', () => {
    const list = listOf({ a: 25, b: 25, c: 30 });
    const given = new Map([
      ['a', [1, 0]],
      ['b', [1, 0]],
    ]);
    expect(bitsOnList(list, { given, elsewhere: [0, 1] })).toBeCloseTo(1, 12);
  });

  it('is nothing where the outcome is the same for all', () => {
    fc.assert(
      fc.property(anyList, fc.double({ min: 0, max: 1, noNaN: true }), (list, chance) => {
        const bits = bitsOnList(list, { given: new Map(), elsewhere: [chance, 1 - chance] });
        expect(bits).toBeCloseTo(0, 12);
      }),
    );
  });

  it('lies between 0 and one bit for two outcomes', () => {
    fc.assert(
      fc.property(
        anyList,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6 }),
        (list, all) => {
          const rows = all.map((chance) => [chance, 1 - chance]);
          const [elsewhere = [1, 0], ...others] = rows;
          const given = new Map([...list.points.keys()].map((id, at) => [id, others[at] ?? elsewhere]));
          const bits = bitsOnList(list, { given, elsewhere });
          expect(bits).toBeGreaterThanOrEqual(0);
          expect(bits).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });
});
