import { canonicalJson } from '@openrounds/transparency-log';
import fc from 'fast-check';
import { jsonDifferences } from './json-differences';

const between = (recorded: unknown, now: unknown) => [...jsonDifferences(recorded, now)];

describe('jsonDifferences', () => {
  it('finds none in a value that was written and read, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(between(value, JSON.parse(JSON.stringify(value)))).toEqual([]);
      }),
    );
    expect(between({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
  });

  it('finds some between two values exactly where their canonical JSON differs', () => {
    const values = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(between(one, other).length > 0).toBe(canonicalJson(one) !== canonicalJson(other));
      }),
    );
  });

  it('points to each place, and says what stands on either side', () => {
    expect(
      between(
        { list: [1, 2, 3], 'a/b~c': 'x', gone: { deep: true }, same: null },
        { list: [1, 2.0000000000000004], 'a/b~c': null, more: [], same: null },
      ),
    ).toEqual([
      { pointer: '/list/1', recorded: '2', now: '2.0000000000000004' },
      { pointer: '/list/2', recorded: '3' },
      { pointer: '/a~1b~0c', recorded: '"x"', now: 'null' },
      { pointer: '/gone', recorded: '{"deep":true}' },
      { pointer: '/more', now: '[]' },
    ]);
  });

  it('cuts what is long', () => {
    const [{ now } = { now: '' }] = between('short', 'x'.repeat(1000));
    expect(now).toBe(`"${'x'.repeat(199)}…`);
  });
});
