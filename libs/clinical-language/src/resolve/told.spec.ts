import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { findDurations } from '../recognise/time-expressions';
import { toldIn } from './told';
import { CLASS_ROWS, TOLD_ROWS, UNIT_ROWS } from './told-rows';
import { slotsOf } from './told-slots';

function told(text: string): string[] {
  const tokens = tokenise(normalise(text));
  const sentence = { from: 0, to: tokens.length, section: 'narrative' as const };
  const durations = findDurations(tokens, 0, tokens.length);
  const slots = slotsOf(tokens, sentence, durations, (at) => tokens[at]?.text === 'pantoprazole');
  return toldIn({ tokens, sentence, durations }, slots).map(({ row, value }) =>
    row.amount === undefined ? (row.finding ?? '') : `${row.amount}=${String(Number(value.toFixed(2)))}`,
  );
}

describe('what patterns of the lexicon tell', () => {
  it.each([
    ['右上肢肌力4级', ['power=4']],
    ['power was 4+/5 in the right deltoid', ['power=4']],
    ['strength 4/5 in both legs, reflexes absent', ['power-of-both-legs=4', 'power=4']],
    ['His brother, aged 32, dropped dead.', ['years-at-sudden-death=32']],
    ['Recent thymectomy.', ['days-since-operation=0']],
    [
      'Ten weeks after stomach-sleeve surgery.',
      ['days-since-abdominal-operation=70', 'days-since-operation=70'],
    ],
    ['白酒每日约200ml', ['grams-of-spirits-a-day=200']],
    ['每天喝白酒1两', ['grams-of-spirits-a-day=50']],
    ['she drinks 10 units of alcohol per week', ['units-of-alcohol-a-week=10']],
    ['叔叔睡着了就没醒，38岁', ['years-at-sudden-death=38']],
  ])('%s', (text, expected) => {
    expect(told(text).sort()).toEqual(expected);
  });

  it.each(TOLD_ROWS.map(({ example }) => [example.text, example.told] as const))('%s', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it.each([
    ['Takes 40 units of insulin a day.', 'units-of-alcohol-a-week'],
    ['每日饮啤酒500ml', 'grams-of-spirits-a-day'],
    ['戒酒5年，既往每日白酒半斤', 'grams-of-spirits-a-day'],
    ['Pain 3/5.', 'power'],
    ['Urgency and tenesmus.', 'urinary-urgency'],
    ['Dysuria, and the frequency of headaches rose.', 'urinary-frequency'],
    ['Treated by phlebotomy 2 days ago.', 'days-since-operation'],
  ])('%s is no %s', (text, amount) => {
    expect(told(text).filter((one) => one.split('=')[0] === amount)).toEqual([]);
  });

  it('names every class and unit in a pattern', () => {
    const used = new Set(
      TOLD_ROWS.flatMap(({ words, with: beside, unless }) => [
        ...words.flatMap((pattern) => Array.from(pattern.matchAll(/<([^<>]+)>/g), ([, slot]) => slot)),
        beside,
        unless,
      ]),
    );
    const named = [...CLASS_ROWS.map((row) => row.class), ...UNIT_ROWS.map((row) => row.unit)];
    expect(named.filter((name) => !used.has(name) && name !== 'not-taken')).toEqual([]);
  });
});
