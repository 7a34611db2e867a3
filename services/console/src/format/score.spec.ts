import { bandLimit, formatScore } from './score';

describe('formatScore', () => {
  it('writes points, quantities and what missing inputs leave open', () => {
    expect(formatScore(3, undefined, 'en')).toBe('3');
    expect(formatScore(1.4532, undefined, 'en')).toBe('1.45');
    expect(formatScore(154.4, undefined, 'en')).toBe('154');
    expect(formatScore({ min: 3, max: 11.5 }, undefined, 'en')).toBe('3 to 11.5');
    expect(formatScore({ min: 3, max: 11.5 }, undefined, 'zh')).toBe('3～11.5');
  });

  it('sets the unit once, behind the number', () => {
    expect(formatScore(38.25, 'mL/min', 'en')).toBe('38.3\u00a0mL/min');
    expect(formatScore({ min: 1, max: 2 }, '%', 'zh')).toBe('1～2%');
  });
});

describe('bandLimit', () => {
  it('takes the end of a band, and for the open last one the end of the band before', () => {
    const points = [{ upTo: 4, text: 'unlikely' }, { text: 'likely' }];
    expect(bandLimit(points, 0)).toEqual({ kind: 'up-to', value: 4 });
    expect(bandLimit(points, 1)).toEqual({ kind: 'above', value: 4 });
    const quantity = [{ below: 1.3, text: 'low' }, { text: 'open' }];
    expect(bandLimit(quantity, 0)).toEqual({ kind: 'below', value: 1.3 });
    expect(bandLimit(quantity, 1)).toEqual({ kind: 'from', value: 1.3 });
    expect(bandLimit([{ text: 'only' }], 0)).toEqual({ kind: 'any' });
  });
});
