import { CaseInput, type Measurement } from '@openrounds/contracts';
import { shippedVocabulary } from '../../../../test/support/shipped';
import { deidentifyCase, type EngineReadyCase, toEngineCase } from '../../src';

const VOCABULARY = shippedVocabulary();

const read = (text: string): EngineReadyCase =>
  toEngineCase(deidentifyCase(CaseInput.parse({ narrative: text })).input, VOCABULARY);

/** A sign's value with the ways in which it was measured: "124 standing"; in brackets where another counts. */
function shown({ value, posture, effort, support, side, superseded }: Measurement): string {
  const words = [value.number, posture, effort, support, side].filter((word) => word !== undefined).join(' ');
  return superseded === true ? `(${words})` : words;
}

const measured = (text: string, sign: string): string[] =>
  read(text).understood.measurements.flatMap((one) => (one.findingId === sign ? [shown(one)] : []));

/** The values of one sign, each with how it was measured. */
const VALUES: readonly (readonly [text: string, sign: string, values: readonly string[]])[] = [
  ['BP 132/84 lying, 98/60 standing.', 'systolic-blood-pressure', ['132 lying', '(98 standing)']],
  ['BP 132/84, standing 98/60', 'systolic-blood-pressure', ['132', '(98 standing)']],
  ['BP 132/84 lying, 98/60 standing.', 'diastolic-blood-pressure', ['84 lying', '(60 standing)']],
  [
    'Sitting BP 150/90; BP supine 148/88 P 70; BP standing 110/70 P 74',
    'systolic-blood-pressure',
    ['(150 sitting)', '148 lying', '(110 standing)'],
  ],
  [
    'Postural obs\n  lying 5 min   146/82   HR 68\n  standing 1 min  121/70   HR 74',
    'heart-rate',
    ['68 lying', '(74 standing)'],
  ],
  ['HR 88 supine, 124 standing.', 'heart-rate', ['88 lying', '(124 standing)']],
  ['SpO2 96% at rest, 86% on walking.', 'oxygen-saturation', ['96 rest', '(86 exertion)']],
  ['Sats 87% air → 96% on O2', 'oxygen-saturation', ['87 air', '(96 oxygen)']],
  ['Resting SpO2 on air: 91%', 'oxygen-saturation', ['91 rest air']],
  ['IOP 14 R / 16 L mmHg', 'intraocular-pressure', ['(14 right)', '16 left']],
  ['BP 164/108 (rpt 158/104 @ 15 min)', 'systolic-blood-pressure', ['(164)', '158']],
  ['Home BP: Mon 158/94, Tue 161/97, Thu 149/90.', 'systolic-blood-pressure', ['(158)', '(161)', '149']],
  ['BP L arm 104/60, R arm 162/88', 'systolic-blood-pressure', ['(104 left)', '162 right']],
  ['卧位血压 158/86，脉搏 64；站立3分钟 112/68', 'systolic-blood-pressure', ['158 lying', '(112 standing)']],
  ['双上肢血压：右 186/104mmHg，左 142/88mmHg。', 'systolic-blood-pressure', ['186 right', '(142 left)']],
  ['静息SpO2 95%，活动后降至84%。', 'oxygen-saturation', ['95 rest', '(84 exertion)']],
  ['BP 172/112mmHg，休息15分钟后复测168/110', 'systolic-blood-pressure', ['(172)', '168 rest']],
  // numbers of something else are none of the sign
  ['HR 88 at rest, 60 pack years.', 'heart-rate', ['88 rest']],
  ['SpO2 95% at rest, RR 24', 'oxygen-saturation', ['95 rest']],
  // what is told in such a unit needs no name
  ['Breathing deeply at 38 breaths per minute.', 'respiratory-rate', ['38']],
  ['ECG: SR 92 bpm.', 'heart-rate', ['92']],
  ['FHR 150 bpm.', 'heart-rate', []],
];

/** What two values say beside one another: `+` there, `-` not there, nothing where one is missing. */
const PAIRS: readonly (readonly [text: string, finding: string, sign: '+' | '-' | ''])[] = [
  ['BP 132/84 lying, 98/60 standing.', 'postural-drop-in-blood-pressure', '+'],
  ['BP 132/84 lying, 128/80 standing.', 'postural-drop-in-blood-pressure', '-'],
  ['BP 132/84 lying.', 'postural-drop-in-blood-pressure', ''],
  ['卧位血压140/80 mmHg，立位血压105/65 mmHg。', 'postural-drop-in-blood-pressure', '+'],
  ['卧位血压146/78mmHg，立位3min 82/46mmHg', 'postural-drop-in-blood-pressure', '+'],
  ['BP 118/70, HR 72 supine; BP 116/74, HR 121 standing', 'heart-rate-jump-on-standing', '+'],
  ['BP 118/70 HR 72 lying; BP 84/50 HR 121 standing', 'heart-rate-jump-on-standing', '-'],
  ['BP right arm 170/90, left arm 110/70.', 'unequal-arm-blood-pressures', '+'],
  ['右上肢血压120/76mmHg，左上肢血压118/74mmHg。', 'unequal-arm-blood-pressures', '-'],
  ['SpO2 at rest 93 %. After 6 min walk SpO2 84 %.', 'exertional-desaturation', '+'],
  ['SpO2 97% at rest, 96% on walking.', 'exertional-desaturation', '-'],
];

describe('vital signs that are measured in different ways', () => {
  it.each(VALUES)('%s: %s', (text, sign, values) => {
    expect(measured(text, sign)).toEqual(values);
  });

  it.each(PAIRS)('%s: %s %s', (text, finding, sign) => {
    const said = read(text).observed.find(({ findingId }) => findingId === finding)?.presence;
    expect(said === undefined ? '' : said === 'present' ? '+' : '-').toBe(sign);
  });

  it('sets none aside as a contradiction', () => {
    const { setAside, warnings } = read('IOP 14 R / 46 L mmHg').understood;
    expect(setAside.map(({ quote, reason }) => `${reason}: ${quote}`)).toEqual(['other-value: IOP 14']);
    expect(warnings.map(({ code }) => code)).not.toContain('contradiction-resolved');
  });

  it('leaves no word unread that tells how', () => {
    const { unmatched } = read('BP 146/82 lying. Standing 3 min: 128/80. SpO2 93% at rest.').understood;
    expect(unmatched.map(({ quote }) => quote)).toEqual([]);
  });
});
