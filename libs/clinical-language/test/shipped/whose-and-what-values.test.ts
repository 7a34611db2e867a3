import { shippedVocabulary } from '../../../../test/support/shipped';
import { understandText } from '../../src/read-case';

const VOCABULARY = shippedVocabulary();

/** What is listed of the patient: laboratory values by name, then vital signs by their finding. */
const listed = (text: string): string[] => {
  const { labs, measurements } = understandText(text, undefined, VOCABULARY);
  return [
    ...labs.map(
      ({ name, value }) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    ),
    ...measurements.map(({ findingId, value }) => `${findingId} ${String(value.number)}`),
  ];
};

const WHOSE: readonly (readonly [text: string, values: readonly string[]])[] = [
  // a row of values right behind somebody else is hers
  ['Newborn, SBR 240. Mother: 29y, Hb 88, temp 38.4.', ['SBR 240']],
  ['Donor: creat 71, K 4.0. Patient: creat 512.', ['creat 512']],
  ['Father (61): LDL 6.1, HDL 0.8; child: LDL 5.2.', ['LDL 5.2']],
  ['患儿，女，3岁。母亲血红蛋白92g/L，产时体温38.1℃。', []],
  ['移植术后：供者（姐姐）术后肌酐88，血钾4.1。患者肌酐156。', ['肌酐 156']],
  ['His wife had a temp of 38.9. He has a temp of 37.0.', ['body-temperature 37']],
  // who stands beside, brings or measures owns nothing
  ['Lives with her husband, HR 104.', ['heart-rate 104']],
  ['Mother at bedside, HR 121.', ['heart-rate 121']],
  ['Mum took temp 39.3 at home.', ['body-temperature 39.3']],
  ['妻子量体温38.7。', ['body-temperature 38.7']],
  ['患者之子陪诊，心率96。', ['heart-rate 96']],
  // who is said to be the patient
  ['一家三口同来，本单为儿媳：血糖9.1。', ['血糖 9.1']],
  // of whom a relative tells is the patient
  ['My son is 6, temp 39.1, HR 140.', ['body-temperature 39.1', 'heart-rate 140']],
];

const WHAT: readonly (readonly [text: string, values: readonly string[]])[] = [
  // doses by weight and by the hour, hours, weeks and times are no values
  ['glucose 1.8 mmol/L -> 3 mL/kg 10% dextrose', ['glucose 1.8']],
  ['NA 0.3 mcg/kg/min, lactate 5.1', ['lactate 5.1']],
  ['胰岛素3U/h泵入，血糖19.2', ['血糖 19.2']],
  ['urine output 0.3 mL/kg/h', ['urine output 0.3']],
  ['ANC 30/40, Hb 99', ['Hb 99']],
  ['Creat 188 (taken 0845)', ['Creat 188']],
  ['Lactate at 0315: 4.4, at 0715: 2.0', ['Lactate 4.4', 'Lactate 2']],
  ['H&P: 58 yo M', []],
  // a unit of what is measured names a value by the words before it
  [
    'distal latency 7.1 ms, amplitude 2.8 mV, forearm CV 49 m/s',
    ['distal latency 7.1', 'amplitude 2.8', 'forearm CV 49'],
  ],
  ['肺动脉平均压 46mmHg，心指数1.9 L/min/m2', ['肺动脉平均压 46', '心指数 1.9']],
  ['TcPO2 (forefoot) 21 mmHg', ['TcPO2 21']],
  ['肘段MCV 33m/s', []],
  ['aim perfusion pressure >65 mmHg', []],
  // what belongs to a specimen is named with it
  ['Urine chloride <12 mmol/L', ['Urine: chloride {"comparator":"<","number":12}']],
  ['胸水：ADA 61 U/L', ['胸水: ADA 61']],
];

describe('whose a value is', () => {
  it.each(WHOSE)('%s', (text, values) => {
    expect(listed(text)).toEqual(values);
  });
});

describe('what a number is', () => {
  it.each(WHAT)('%s', (text, values) => {
    expect(listed(text)).toEqual(values);
  });
});
