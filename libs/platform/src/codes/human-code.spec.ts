import { humanCode, readHumanCode, showHumanCode } from './human-code';

describe('codes for people', () => {
  it('have as many characters as asked for, of letters that are not taken for one another', () => {
    for (let time = 0; time < 200; time += 1) expect(humanCode(10)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(new Set(Array.from({ length: 200 }, () => humanCode(10))).size).toBe(200);
  });

  it('follow from the bytes that are given', () => {
    expect(humanCode(4, Uint8Array.of(0, 31, 32, 255, 7))).toBe('0Z0Z');
  });

  it.each([
    ['K7QF-2M9X', 'K7QF2M9X'],
    ['k7qf2m9x', 'K7QF2M9X'],
    [' k7qf 2m9x ', 'K7QF2M9X'],
    ['OoIl-1L0O', '00111100'],
  ])('%p is read as %s', (typed, code) => {
    expect(readHumanCode(typed)).toBe(code);
  });

  it('are shown in groups, and read again', () => {
    expect(showHumanCode('K7QF2M9X')).toBe('K7QF-2M9X');
    expect(showHumanCode('K7QF2M9XAB')).toBe('K7QF-2M9X-AB');
    const code = humanCode(10);
    expect(readHumanCode(showHumanCode(code))).toBe(code);
  });
});
