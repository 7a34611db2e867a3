import { isNestedDeeper } from './nesting';

const LIMIT = 64;
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { inner: value };
  return value;
};

describe('isNestedDeeper', () => {
  it.each([
    ['text', false],
    ['['.repeat(70), false],
    [`"\\${'['.repeat(70)}`, false],
    [{ ['{'.repeat(70)]: '}' }, false],
    [nested(64), false],
    [nested(65), true],
    [{ before: '\\', shallow: 'a "word" [', deep: nested(70) }, true],
    [Array.from({ length: 10_000 }, () => ({ a: [1] })), false],
  ])('case %#', (body, deep) => {
    expect(isNestedDeeper(Buffer.from(JSON.stringify(body)), LIMIT)).toBe(deep);
  });

  it('looks no further than to where the limit is passed', () => {
    const looked: string[] = [];
    const body = new Proxy(Buffer.from('['.repeat(100_000)), {
      get: (bytes, key) => {
        looked.push(String(key));
        return Reflect.get(bytes, key) as unknown;
      },
    });
    expect(isNestedDeeper(body, LIMIT)).toBe(true);
    expect(looked.filter((key) => /^\d+$/.test(key))).toHaveLength(LIMIT + 1);
  });

  it.each(['', '"', '"\\', ']]]]', '{"a'])('takes %j, which is no JSON, for shallow', (text) => {
    expect(isNestedDeeper(Buffer.from(text), LIMIT)).toBe(false);
  });
});
