import { runInNewContext } from 'node:vm';
import { oneByte } from './one-byte.cjs';

describe('oneByte', () => {
  it.each([
    ['a text', "'胸痛 → 2'"],
    ['a character of two code units', "'🩺'.length + '🩺'"],
    ['a template', '`${1 + 1}→`'],
    ['an escape without need', "'\\→'"],
    ['an escaped backslash before it', "'\\\\→'"],
    ['a pattern', "/^[一-龥]+$/.test('胸痛')"],
    ['a pattern by code points', "'🩺x'.replace(/^[🩺-🩻]/u, '')"],
    ['a name', '{ const 胸 = 3; 胸 + 1 }'],
  ])('says the same of %s', (_what, program) => {
    const escaped = oneByte(program);
    expect(escaped).toMatch(/^[\0-\xff]*$/);
    expect(runInNewContext(escaped)).toEqual(runInNewContext(program));
  });

  it('refuses what an escape would change', () => {
    expect(() => oneByte('String.raw`a→b`')).toThrow('without String.raw: String.raw`a→b`');
    expect(oneByte("String.raw`a` + '→' + `b`")).toBe("String.raw`a` + '\\u2192' + `b`");
  });

  it('leaves what fits into one byte as it is', () => {
    expect(oneByte("'37 °C \\u2192 é'")).toBe("'37 °C \\u2192 é'");
  });
});
