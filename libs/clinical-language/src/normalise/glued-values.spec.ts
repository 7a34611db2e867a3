import { splitGluedValues } from './glued-values';
import { normalise } from './normalise';
import { tokenise } from './tokens';

const split = (text: string): string[] =>
  splitGluedValues(tokenise(normalise(text))).map(({ text: word }) => word);

describe('values that are written onto their names', () => {
  it.each([
    ['Hb86g/L', ['hb', '86', 'g', '/', 'l']],
    ['CRP186mg/L', ['crp', '186', 'mg', '/', 'l']],
    ['pH7.26', ['ph', '7.26']],
    ['Lac6.2mmol/L', ['lac', '6.2', 'mmol', '/', 'l']],
    ['FT415.6', ['ft4', '15.6']],
    ['SpO284%', ['spo2', '84', '%']],
    ['HCO313.5', ['hco3', '13.5']],
    ['P96次', ['p', '96', '次']],
  ])('%s is split', (text, words) => {
    expect(split(text)).toEqual(words);
  });

  it.each(['B12', 'CD4', 'IgG4', 'P53', 'FEV1', 'T4', 'H1N1', 'PT24yo', 'mRNA1273'])(
    '%s is a name',
    (text) => {
      const tokens = tokenise(normalise(text));
      expect(splitGluedValues(tokens)).toEqual(tokens);
    },
  );

  it('covers what was written', () => {
    const places = splitGluedValues(tokenise(normalise('Hb86g/L'))).map(({ start, end }) => [start, end]);
    expect(places).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
      [5, 6],
      [6, 7],
    ]);
  });
});
