import { normalise } from './normalise';
import { NUMBER_ROWS, readNumber, spokenNumber } from './numbers';
import { tokenise } from './tokens';

const tokensOf = (text: string) => tokenise(normalise(text));

describe('numbers in words', () => {
  it.each<readonly [string, number | undefined]>([
    ...NUMBER_ROWS.flatMap(({ example }) =>
      example === undefined ? [] : [[example.text, example.value] as const],
    ),
    ['one forty-four', 144],
    ['two hundred and twelve', 212],
    ['one two eight', 128],
    ['nine hundred', 900],
    ['ninety eight point six', 98.6],
    ['point four', 0.4],
    ['zero point one five', 0.15],
    ['seven point two four', 7.24],
    ['7 point 2', 7.2],
    ['一百零五', 105],
    ['一百六十五', 165],
    ['七点八', 7.8],
    ['零点三', 0.3],
    ['十', 10],
    ['二十', 20],
    ['一二八', 128],
    ['cough', undefined],
    ['and', undefined],
    ['few', undefined],
  ])('%s → %s', (text, expected) => {
    expect(spokenNumber(tokensOf(text), 0)?.value).toBe(expected);
  });

  it('ends where the next number begins', () => {
    expect(spokenNumber(tokensOf('thirty nine one'), 0)).toEqual({ value: 39, length: 2 });
    expect(spokenNumber(tokensOf('九十低压'), 0)).toEqual({ value: 90, length: 2 });
  });

  it.each([
    ['12.5', 12.5],
    ['1,200', 1200],
    ['twenty-one', 21],
    ['三', 3],
    ['半', 0.5],
    ['few', 3],
  ])('of any kind: %s → %s', (text, expected) => {
    expect(readNumber(tokensOf(text), 0)?.value).toBe(expected);
  });
});
