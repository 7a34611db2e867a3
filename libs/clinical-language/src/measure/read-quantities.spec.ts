import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce(VOCABULARY);
const woman = { age: { value: 40, unit: 'a' }, sex: 'female' } as const;
const read = (text: string) => understandText(text, woman, vocabulary);

/** Each quantity as "finding state number unit". */
const quantities = (text: string) =>
  read(text).labs.map(({ findingId, state, value, unit }) =>
    [findingId, state, typeof value === 'number' ? value : undefined, unit].filter(Boolean).join(' '),
  );
const asked = (text: string) => read(text).warnings.map(({ code, findingId = '' }) => `${code} ${findingId}`);

describe('readQuantities', () => {
  it.each([
    ['Potassium 5.9 mmol/L', 'potassium high 5.9 mmol/L'],
    ['5.9 mmol/L potassium on the gas', 'potassium high 5.9 mmol/L'],
    ['5.9 mmol/L of potassium', 'potassium high 5.9 mmol/L'],
    ['K+ 5.9 mmol/L', 'potassium high 5.9 mmol/L'],
    ['钾5.9mmol/L', 'potassium high 5.9 mmol/L'],
    ['potassium 5,9 mmol/L', 'potassium high 5.9 mmol/L'],
    ['neutrophils 12 500/µL', 'neutrophil-count high 12500 /uL'],
    ['neutrophils 12,500 /µL', 'neutrophil-count high 12500 /uL'],
    ['Hb 8.2 L g/dL', 'haemoglobin low 8.2 g/dL'],
    ['Hb 8.2 g/dL L', 'haemoglobin low 8.2 g/dL'],
    ['Hb 8.2↓ g/dL', 'haemoglobin low 8.2 g/dL'],
    ['Hb 8.2 g/dL (L)', 'haemoglobin low 8.2 g/dL'],
    ['| Potassium | 5.9 | mmol/L | H | 3.5-5.1 |', 'potassium high 5.9 mmol/L'],
    ['Potassium|5.3|mmol/L||3.5-5.1', 'potassium high 5.3 mmol/L'],
    ['glucose 12 mmol/L (3.9–6.1)', 'glucose high 12 mmol/L'],
    ['血糖12mmol/L（参考值3.9～6.1）', 'glucose high 12 mmol/L'],
    ['中性粒细胞不高', 'neutrophil-count normal'],
    // the unit, a date or another name between the name and the value
    ['Potassium (mmol/L): 5.9', 'potassium high 5.9 mmol/L'],
    ['血钾（mmol/L）5.9', 'potassium high 5.9 mmol/L'],
    ['Potassium mmol/L 5.9', 'potassium high 5.9 mmol/L'],
    ['Potassium (12 March) 5.9 mmol/L', 'potassium high 5.9 mmol/L'],
    ['血钾（3月2日）5.9mmol/L', 'potassium high 5.9 mmol/L'],
    ['Potassium (venous) 5.9 mmol/L', 'potassium high 5.9 mmol/L'],
    ['Potassium (5.9 mmol/L)', 'potassium high 5.9 mmol/L'],
    // behind a comma the unit tells whose number it is
    ['Potassium, 5.9 mmol/L', 'potassium high 5.9 mmol/L'],
    // columns and leaders
    ['Potassium\t5.9\tmmol/L\t3.5-5.3', 'potassium high 5.9 mmol/L'],
    ['Potassium\t5.9\tH\t3.5-5.3\tmmol/L', 'potassium high 5.9 mmol/L'],
    ['Potassium     5.9     3.5-5.3     mmol/L', 'potassium high 5.9 mmol/L'],
    ['Potassium 5.9 H 3.5-5.3 mmol/L', 'potassium high 5.9 mmol/L'],
    ['Potassium ...... 5.9 mmol/L (H)', 'potassium high 5.9 mmol/L'],
    // a name and its number written as one
    ['Hb82g/L', 'haemoglobin low 82 g/L'],
    // what looks at something has been done where a number stands behind it
    ['复查血钾5.9mmol/L', 'potassium high 5.9 mmol/L'],
    ['动态监测血钾：5.9mmol/L', 'potassium high 5.9 mmol/L'],
  ])('%s → %s', (text, expected) => {
    expect(quantities(text)).toEqual([expected]);
    expect(asked(text)).toEqual([]);
  });

  it.each([
    '明日复查血钾。',
    '复查血钾大于5.5mmol/L时用药。',
    '处理：血钾>5.5mmol/L通知医生。',
    'Potassium (5 tablets)',
  ])('reads no value of %s', (text) => {
    expect(read(text).findings.filter(({ findingId }) => findingId === 'potassium')).toEqual([]);
  });

  it.each([
    ['Potassium 4.1 -> 5.9 mmol/L', ['potassium normal 4.1 mmol/L', 'potassium high 5.9 mmol/L']],
    [
      'Potassium today 5.9 mmol/L (yesterday 4.1 mmol/L)',
      ['potassium normal 4.1 mmol/L', 'potassium high 5.9 mmol/L'],
    ],
    // columns of days, and charts whose heads name what is measured
    [
      '               Mon 3/6   Wed 5/6\nPotassium (mmol/L)     4.1       5.9',
      ['potassium normal 4.1 mmol/L', 'potassium high 5.9 mmol/L'],
    ],
    [
      '            1月     2月\n血钾(mmol/L)   4.1     5.9',
      ['potassium normal 4.1 mmol/L', 'potassium high 5.9 mmol/L'],
    ],
    [
      'Date | Potassium (mmol/L) | Hb (g/L)\nMon | 4.1 | 132\nWed | 5.9 | 130',
      [
        'potassium normal 4.1 mmol/L',
        'haemoglobin normal 132 g/L',
        'potassium high 5.9 mmol/L',
        'haemoglobin normal 130 g/L',
      ],
    ],
    ['血钾5.9mmol/L（入院时4.1）', ['potassium normal 4.1 mmol/L', 'potassium high 5.9 mmol/L']],
    ['Potassium 5.9 mmol/L → 10% dextrose', ['potassium high 5.9 mmol/L']],
  ])('%s → the last of %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
    expect(read(text).findings.find(({ findingId }) => findingId === 'potassium')?.value).toMatchObject({
      number: 5.9,
    });
  });

  it.each([
    ['In a spell it is 220 over 125.', [220]],
    ['BP 114/70 at booking. Today 148/94.', [148]],
    ['血压测了。今早178/102，头晕。', [178]],
    ['Seen today 148/94.', []],
    ['On Seretide 250/50, then 160/25. BP 120/80.', [120]],
    ['BP 120/80. On Seretide 250/50, then 160/25.', [120]],
    ['She did 120 over 60 days.', []],
    ['BP 114/70 at booking. Today 148/94. Labetalol, target 135/85.', [148]],
    ['Aim for BP below 130/80.', []],
    ['目标血压130/80。', []],
  ])('reads a pressure without its name where nothing else can be meant: %s', (text, expected) => {
    const told = read(text).findings.filter(({ findingId }) => findingId === 'systolic-blood-pressure');
    expect(told.map(({ value }) => value)).toEqual(expected.map((number) => ({ number, unit: 'mm[Hg]' })));
  });

  it.each([
    ['potassium 5.9-6.4 mmol/L', ['potassium high']],
    ['血钾5.9～6.4mmol/L', ['potassium high']],
    ['potassium 4.9-6.4 mmol/L', []],
    ['potassium is to be kept at 3.5-5.0 mmol/L', []],
    ['Hb (120-160 g/L): 82 g/L', ['haemoglobin low 82 g/L']],
    ['肌酐（参考值45-84μmol/L）90μmol/L', ['creatinine raised 90 umol/L']],
  ])('reads both ends of a span, and a range printed before the value: %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  it.each([
    ['neutrophils and creatinine were raised', ['neutrophil-count high', 'creatinine raised']],
    ['neutrophils, XYZ and creatinine are low', ['neutrophil-count low']],
    ['low neutrophils and potassium', ['neutrophil-count low', 'potassium low']],
    ['血钾和肌酐升高', ['potassium high', 'creatinine raised']],
    ['potassium 5.9 mmol/L and creatinine raised', ['potassium high 5.9 mmol/L', 'creatinine raised']],
    ['neither potassium nor glucose was sent', []],
  ])('shares a level that is said once: %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  it.each([
    ['ANA positive.', 'present'],
    ['ANA (+)', 'present'],
    ['ANA was negative', 'absent'],
    ['ANA(-)', 'absent'],
    ['ANA 1:1,280', 'present'],
    ['抗核抗体（-）', 'absent'],
    ['ANA was sent', undefined],
    ['Ana 1:640', undefined],
    ['ANA 12', undefined],
  ])('reads a test that decides a yes-or-no finding: %s', (text, presence) => {
    const found = read(text).findings.find(({ findingId }) => findingId === 'ana-positive');
    expect(found?.presence).toBe(presence);
  });

  it.each([
    ['K 6.2, glucose 12', ['unit-missing potassium', 'unit-missing glucose']],
    ['钾6.2。', ['unit-missing potassium']],
    ['k 6.2', []],
    ['vitamin K 10 mg', []],
    ['K 5/5', []],
    ['K 300', []],
  ])('asks for the unit of what may be a value: %s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
    expect(read(text).findings).toEqual([]);
  });

  it.each([
    ['potassium 4.4 mmol/L 3 days later she left', ['potassium normal 4.4 mmol/L']],
    ['creatinine 90 umol/L after 500 mL of saline', ['creatinine normal 90 umol/L']],
    [
      'creatinine 90 umol/L and potassium 6.8 mmol/L',
      ['creatinine normal 90 umol/L', 'potassium high 6.8 mmol/L'],
    ],
    ['potassium 4.4 mmol/L from 3 days ago', ['potassium normal 4.4 mmol/L']],
    ['potassium 5.9 mmol/L → 10u insulin', ['potassium high 5.9 mmol/L']],
    ['potassium 5.9 mmol/L → 2/7 later', ['potassium high 5.9 mmol/L']],
  ])('takes no other number for a later or earlier value: %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });
});
