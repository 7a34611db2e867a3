import { CaseInput } from '@openrounds/contracts';
import { shippedVocabulary } from '../../../../test/support/shipped';
import { deidentifyCase, toEngineCase } from '../../src';

const VOCABULARY = shippedVocabulary();

/** What is told of each finding: `+` there, `-` not there, or its state. */
function told(text: string): string[] {
  const { input } = deidentifyCase(CaseInput.parse({ narrative: text }));
  return toEngineCase(input, VOCABULARY).observed.map(({ findingId, presence, state }) =>
    state === undefined ? `${presence === 'present' ? '+' : '-'}${findingId}` : `${findingId}=${state}`,
  );
}

/** Values by what stands around them: the other side, a later time, the fluid, what the report calls normal. */
const TEXTS: readonly (readonly [text: string, has: readonly string[], hasNot?: readonly string[]])[] = [
  // a side that is well says nothing of the other
  ['IOP L 54, IOP R 17', ['intraocular-pressure=markedly-raised']],
  ['IOP: OD 16 mmHg, OS 58 mmHg', ['intraocular-pressure=markedly-raised']],
  ['IOP 14 R / 46 L mmHg', ['intraocular-pressure=markedly-raised']],
  ['眼压 右12mmHg 左36mmHg', ['intraocular-pressure=markedly-raised']],
  ['ABPI: R 1.04   L 0.58', ['+ankle-brachial-index-low']],
  ['ABPI: R 1.04   L 1.02', ['-ankle-brachial-index-low']],
  // the later pressure counts
  ['BP 192/112 mmHg, repeat after 15 min 128/76.', ['systolic-blood-pressure=normal']],
  // rows under times of the day
  [
    'Time      02:00    06:00    10:00\nRR        18       22       27\nPulse     88       104      122',
    ['respiratory-rate=tachypnoea', 'heart-rate=tachycardia'],
  ],
  [
    '时间      06:00   10:00   14:00\nT(℃)      36.8    37.6    38.7\nP(次/分)   84      90      126',
    ['body-temperature=fever', 'heart-rate=tachycardia'],
  ],
  // what a report calls normal stands behind the result
  ['尿PRO 2+ ↑ (阴性)', ['+urine-dipstick-protein']],
  ['Protein 2+ nitrite negative', ['+urine-dipstick-protein', '-urine-dipstick-leucocytes-or-nitrite']],
  [
    '尿液干化学分析\n白细胞 LEU  3+  *  阴性\n隐血 BLD  2+  *  阴性\n蛋白 PRO  1+  *  阴性',
    ['+urine-dipstick-leucocytes-or-nitrite', '+urine-dipstick-blood', '+urine-dipstick-protein'],
    ['+oliguria', '-faecal-occult-blood-positive'],
  ],
  ['Urine SG 1.025 (1.003-1.030)', ['-urine-specific-gravity-high']],
  // what the letters are short for depends on what stands behind them
  [
    'T 38.9 HR 118 RR 26',
    ['body-temperature=fever', 'heart-rate=tachycardia', 'respiratory-rate=tachypnoea'],
  ],
  ['P 118, K 2.7, P 0.42 mmol/L', ['heart-rate=tachycardia', 'potassium=low', 'phosphate=low']],
  // a head names the fluid of the lines below it
  ['ABG\npH 7.24\npCO2 9.6 kPa\npO2 7.2 kPa', ['+respiratory-failure-on-blood-gas', 'arterial-ph=low']],
  [
    '脑脊液微浑。回报：白细胞 1860×10^6/L，葡萄糖 0.9mmol/L',
    ['+csf-pleocytosis', '+csf-glucose-low'],
    ['glucose=low'],
  ],
  [
    'LIVER PROFILE     12/05     19/05     Ref\nBilirubin umol/L     19        142      <21\nALP U/L     90        486      30-130',
    ['bilirubin=raised', 'alkaline-phosphatase=raised'],
  ],
  // a limit that holds beside another value alone
  [
    'Na 118 mmol/L, urine osmolality 512 mOsm/kg, urine sodium 71 mmol/L.',
    ['+urine-osmolality-inappropriately-high', '+urine-sodium-raised-in-hyponatraemia', '-urine-sodium-low'],
  ],
  [
    '尿渗透压512mOsm/kg，尿钠71mmol/L，血钠140mmol/L',
    ['-urine-osmolality-low', '-urine-sodium-low'],
    ['+urine-osmolality-inappropriately-high', '+urine-sodium-raised-in-hyponatraemia'],
  ],
  // days of values, and hours that are no heart rate
  ['hCG 02/06: 1240, 04/06: 1390 IU/L', ['beta-hcg=positive']],
  ['the 2 hr value 152', [], ['heart-rate=tachycardia']],
  ['temp 38.9 hr 118 bp 90/60', ['heart-rate=tachycardia', 'body-temperature=fever']],
  ['fasting 5.8, 2 hr', [], ['heart-rate=tachycardia']],
  ['E2 48pg/ml、T 9.2ng/ml', ['oestradiol=normal']],
  ['血氨 142μmol/L（入院 28）', ['ammonia=raised']],
  // what stands above a table tells of the person, and heads no columns
  [
    '姓名：刘×  性别：女  年龄：45岁  科别：肝胆外科  标本：血清\n项目  结果  单位  参考区间  提示\n总胆红素  143.6  μmol/L  0-23  ↑\n碱性磷酸酶  412  U/L  50-135  ↑',
    ['bilirubin=raised', 'alkaline-phosphatase=raised'],
  ],
  [
    'CSF results (LP 22:40, L3/4)\nWBC ..... 1,240 /mm3\nProtein ..... 2.8 g/L',
    ['+csf-pleocytosis', 'csf-protein=raised'],
    ['white-cell-count=low'],
  ],
  // large numbers as they are written in India, and by instruments
  ['TLC 1,18,000/cumm', ['white-cell-count=raised']],
  ['urine protein/creatinine 412 mg/mmol', ['+heavy-proteinuria'], ['creatinine=raised']],
  // what a scale asks for
  ['跌倒评分45分，压疮评分18分', [], ['+recent-trauma', '+skin-ulcer-over-pressure-point']],
  // units in words
  ['Glucose was 47 mg per deciliter.', ['glucose=low']],
  ['血糖2.1毫摩尔每升', ['glucose=low']],
  // the number decides, whatever the name sounds like
  ['FEV1改善率 4.1%', ['-airflow-obstruction-reversible']],
  ['胎心基线138次/分', ['-fetal-tachycardia'], ['+fetal-tachycardia']],
  ['INR was high, 4.86', ['inr=raised']],
  ['呼吸深大，36次/分', ['respiratory-rate=tachypnoea']],
  // vital signs that are written in short are nobody's name
  [
    '患者男，46岁，木工。三天前受凉后发热，咳嗽咳痰，住工地。\n查体：T39.1 P112 R28 BP86/50，双肺湿啰音。',
    ['heart-rate=tachycardia', 'respiratory-rate=tachypnoea', 'systolic-blood-pressure=low'],
  ],
];

describe('values in their place', () => {
  it.each(TEXTS.map(([text, has, hasNot = []]) => ({ text, has, hasNot })))(
    '$text',
    ({ text, has, hasNot }) => {
      const all = told(text);
      expect(all).toEqual(expect.arrayContaining([...has]));
      expect(all.filter((one) => hasNot.includes(one))).toEqual([]);
    },
  );

  it.each([
    'Cough for two days. 24-hour urine protein 3.2 g.',
    'Cough for two days. Lying 5 min: 146/82. Standing 3 min: 104/62.',
    '咳嗽2天。Apgar评分1分钟2分、5分钟5分、10分钟6分。',
  ])('when something was measured is no length of the illness: %s', (text) => {
    expect(told(text)).toContain('illness-duration=days-1-7');
  });
});
