import { normalise } from '../text/normalise';
import { tokenise } from '../text/tokens';
import { readAlcohol } from './alcohol';
import { type DerivationInput } from './derived-mention';
import { readMusclePower } from './muscle-power';

function input(text: string): DerivationInput {
  const tokens = tokenise(normalise(text));
  return {
    tokens,
    sentence: { from: 0, to: tokens.length, section: 'narrative' },
    patient: { ageYears: null, sex: 'unknown', pregnant: null },
    durations: [],
    beliefs: [],
    mentions: [],
  };
}

const idsOf = (mentions: ReturnType<typeof readAlcohol>): string[] =>
  mentions.flatMap(({ senses }) =>
    senses.flatMap((sense) => ('findingId' in sense ? [sense.findingId] : [])),
  );

describe('grades of power', () => {
  it.each([
    ['左侧肢体肌力3级', ['hemiparesis']],
    ['右上肢肌力2级，右下肢肌力3级', ['hemiparesis', 'hemiparesis']],
    ['双下肢肌力4-级', ['paraparesis']],
    ['四肢肌力IV级', ['limb-weakness']],
    ['右上肢肌力4级', ['limb-weakness']],
    ['四肢肌力5级', []],
    ['power 3/5 in the left arm and leg', ['hemiparesis']],
    ['strength 4/5 in both legs, reflexes absent', ['paraparesis']],
    ['power was 4+/5 in the right deltoid', ['limb-weakness']],
    ['power 5/5 throughout', []],
    ['pain 3/5', []],
  ])('%s', (text, expected) => {
    expect(idsOf(readMusclePower(input(text)))).toEqual(expected);
  });
});

describe('amounts of alcohol', () => {
  it.each([
    ['he drinks 60 units a week', true],
    ['alcohol: 8 units per day', true],
    ['she drinks 10 units of alcohol per week', false],
    ['takes 40 units of insulin a day', false],
    ['每日饮白酒半斤', true],
    ['白酒每日约200ml', true],
    ['每天喝白酒1两', false],
    ['每日饮啤酒500ml', false],
    ['戒酒5年，既往每日白酒半斤', false],
  ])('%s', (text, expected) => {
    expect(idsOf(readAlcohol(input(text))).includes('heavy-alcohol-use')).toBe(expected);
  });
});
