import fc from 'fast-check';
import { repeatedKey } from './repeated-key';

describe('a key that one object holds twice', () => {
  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['{"a":{"b":1,"c":{"d":[]},"b":2}}', '/a/b'],
    ['[{"a":1},{"b":[0,{"x":1,"x":1}]}]', '/1/b/1/x'],
    ['{"a":"}\\"{\\\\","a":1}', '/a'],
    ['{"\\u0061":1,"a":2}', '/a'],
    ['{ "a/b~" : 1 , "a/b~" : 2 }', '/a~1b~0'],
    [`{"${'k'.repeat(500)}":1,"${'k'.repeat(500)}":1}`, `/${'k'.repeat(100)}`],
  ])('%j has it at %s', (text, pointer) => {
    expect(repeatedKey(text)).toBe(pointer);
  });

  it.each([
    '{}',
    '1',
    '"a"',
    '{"a":"a","b":"a"}',
    '[{"a":1},{"a":2}]',
    '{"a":{"a":{"a":1}}}',
    '{"a":["a","a"],"b":"\\\\"}',
    '{"x":":\\"a\\":","a":1}',
  ])('%j has none', (text) => {
    expect(repeatedKey(text)).toBeUndefined();
  });

  it('is in nothing that was written from an object', () => {
    fc.assert(fc.property(fc.json(), (text) => repeatedKey(JSON.stringify(JSON.parse(text))) === undefined));
  });

  it('is looked for in a body of a hundred thousand levels', () => {
    expect(repeatedKey(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBeUndefined();
  });
});
