import { shippedVocabulary } from '../../../../test/support/shipped';
import { understandText } from '../../src/read-case';

const VOCABULARY = shippedVocabulary();

/** The numbers that are listed, in order, each with the finding that it is of. */
const listed = (text: string): string[] =>
  understandText(text, undefined, VOCABULARY).labs.map(
    ({ findingId = '', value }) =>
      `${findingId} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );

/** Rows of values by day, and numbers beside values that are something else. */
const TEXTS: readonly (readonly [text: string, values: readonly string[]])[] = [
  // a name as gas machines print it
  ['cK+ 6.2 mmol/L\ncLac 3.9 mmol/L\nctHb 88 g/L', ['potassium 6.2', 'lactate 3.9', 'haemoglobin 88']],
  ['FCOHb 21 %', ['carboxyhaemoglobin 21']],
  // Indian lakhs, and lactate
  ['Lac 5.2', ['lactate 5.2']],
  ['Plt 2.1 lac', ['platelets 210000']],
  ['BE -18 Lac 6.4', ['metabolic-acidosis-on-blood-gas -18', 'lactate 6.4']],
  // what is counted behind "after"
  ['Hb 64 → 83 after 3 units', ['haemoglobin 64', 'haemoglobin 83']],
  ['Hb 64, 83 after 3 days', ['haemoglobin 64', 'haemoglobin 83']],
  // days of a stay and years before each value
  ['Cr D1 690 > D2 512 > D4 240', ['creatinine 690', 'creatinine 512', 'creatinine 240']],
  ['血小板：d2 98 → d4 41 → d6 17', ['platelets 98', 'platelets 41', 'platelets 17']],
  ['CRP POD3 188', ['c-reactive-protein 188']],
  ['PSA: 2020 – 3.9; 2023 – 8.2', ['prostate-specific-antigen 3.9', 'prostate-specific-antigen 8.2']],
  // a row of one test
  ['血钠：141、147、156mmol/L', ['sodium 141', 'sodium 147', 'sodium 156']],
  // hours behind which a value stands, and a spoken point
  ['皮质醇 8点 644nmol/L', ['morning-cortisol 644']],
  ['血钾3点2', ['potassium 3.2']],
  // what is normal, and what is aimed at
  ['WCC 14 (N <7.5)', ['white-cell-count 14']],
  ['WCC 14 (N 12)', ['white-cell-count 14', 'neutrophil-count 12']],
  ['Fibrinogen 0.8 g/L, aim Hb >80, Plt >50', ['fibrinogen 0.8']],
  ['血钾6.4mmol/L，血钾降到5.5以下再上转运车', ['potassium 6.4']],
  // a limit among the days of a row
  [
    '        Feb     Apr     Jun (today)\nTSH     <0.01   <0.02   7.4',
    [
      'thyroid-stimulating-hormone {"comparator":"<","number":0.01}',
      'thyroid-stimulating-hormone {"comparator":"<","number":0.02}',
      'thyroid-stimulating-hormone 7.4',
    ],
  ],
  [
    '        Feb     Apr     Jun\nCRP     120     80      12      <5',
    ['c-reactive-protein 120', 'c-reactive-protein 80', 'c-reactive-protein 12'],
  ],
];

describe('values in rows', () => {
  it.each(TEXTS)('%s', (text, values) => {
    expect(listed(text)).toEqual(values);
  });

  it('a temperature that went up over a limit was measured', () => {
    const { findings } = understandText('体温升到39以上', undefined, VOCABULARY);
    expect(findings.map(({ findingId, value }) => [findingId, value])).toEqual([
      ['body-temperature', { number: 39, unit: 'Cel' }],
    ]);
  });
});
