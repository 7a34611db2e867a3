import { KEYS, lectureKey } from './keys';

const pressed = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const AT_EASE = { inField: false, letters: true };

describe('the keys of a lecture', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['PageUp', 'back'],
    ['k', 'key'],
    ['K', 'key'],
    ['?', 'help'],
    ['+', 'larger'],
    ['Escape', 'leave'],
    ['x', null],
    ['Tab', null],
  ])('%j is %s', (key, meaning) => {
    expect(lectureKey(pressed(key), AT_EASE)).toBe(meaning);
  });

  it('sleep while something is typed', () => {
    expect(lectureKey(pressed('k'), { ...AT_EASE, inField: true })).toBeNull();
    expect(lectureKey(pressed(' '), { ...AT_EASE, inField: true })).toBeNull();
  });

  it('leave the browser its own', () => {
    expect(lectureKey(pressed('f', { ctrlKey: true }), AT_EASE)).toBeNull();
    expect(lectureKey(pressed('l', { metaKey: true }), AT_EASE)).toBeNull();
  });

  it('can be switched off, but for a clicker’s', () => {
    const off = { inField: false, letters: false };
    expect(lectureKey(pressed('b'), off)).toBeNull();
    expect(lectureKey(pressed('PageDown'), off)).toBe('next');
  });

  it('mean one thing each', () => {
    const all = Object.values(KEYS).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
