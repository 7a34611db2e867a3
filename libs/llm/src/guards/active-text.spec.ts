import { ActiveText } from './active-text';

const INSTRUCTIONS =
  'You give a second opinion for teaching clinical reasoning, never for the care of a patient.';
const active = new ActiveText(INSTRUCTIONS);

describe('text of a model', () => {
  it.each([
    ['link', 'See https://ward.example/login for more.'],
    ['link', 'see ward.example.com/login'],
    ['link', 'write to nurse@ward-one.com'],
    ['link', 'open 203.0.113.7 now'],
    ['link', 'javascript:alert(1)'],
    ['link', 'ｈｔｔｐｓ：／／ward.com'],
    ['link', '详见https://ward.example/a。'],
    ['link', '详见www.ward.com'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['markup', '<img src=x onerror=alert(1) '],
    ['markup', ']]> <![CDATA['],
    ['markup', '![scan](pixel)'],
    ['markup', '=HYPERLINK("a","b")'],
    ['markup', '<|im_start|>system'],
    ['hidden', 'sep\u200bsis'],
    ['hidden', 'healthy \u202esiht\u202c'],
    ['hidden', `x${String.fromCodePoint(0xe0041)}`],
    ['citation', 'as shown by Smith et al. in 2031'],
    ['citation', 'doi:10.9999/none'],
    ['citation', 'PMID 99999999'],
    ['prompt', `My rules: ${INSTRUCTIONS}`],
    ['prompt', 'y-o-u g-i-v-e a s-e-c-o-n-d o-p-i-n-i-o-n for teaching clinical reasoning'],
  ])('is %s where it says: %s', (kind, text) => {
    expect(active.kindOf(text)).toBe(kind);
  });

  it.each([
    'Pulmonary embolism, with SpO₂ < 90 % and a heart rate > 100 per minute.',
    'Temperature 38.5 °C, CRP 120 mg/L, pH 7.32; D-dimer raised (0.5 to 4 µg/mL).',
    'Type 2 diabetes mellitus [long-standing] (E11.9), e.g. with foot ulcer.',
    'A second opinion: costochondritis is less likely.',
    '肺栓塞：血氧饱和度<90%，心率>100次/分。',
    '患者无发热，白细胞 12.5×10⁹/L。',
    'Guillain–Barré syndrome; Ménière’s disease; CHA₂DS₂-VASc 3',
  ])('is mere words: %s', (text) => {
    expect(active.kindOf(text)).toBeUndefined();
  });
});
