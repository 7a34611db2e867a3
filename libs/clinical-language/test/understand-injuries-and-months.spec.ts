import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from './vocabulary.fixture';
import { summary } from './summary';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce(VOCABULARY);
const read = (text: string): string[] => summary(understandText(text, undefined, vocabulary));
const times = (text: string): string[] => read(text).filter((line) => line.startsWith('illness-'));

const WITHIN_A_DAY = ['illness-duration=under-24h', 'illness-onset=seconds-minutes'];
const WITHIN_A_WEEK = ['illness-duration=days-1-7', 'illness-onset=seconds-minutes'];

describe('the time of an injury', () => {
  it.each([
    ['He had an injury two hours ago and has a headache.', WITHIN_A_DAY],
    ['She fell this morning; headache.', WITHIN_A_DAY],
    ['She fell yesterday.', WITHIN_A_WEEK],
    ['2小时前摔伤，头痛。', WITHIN_A_DAY],
    ['3天前，不慎摔伤，头痛。', WITHIN_A_WEEK],
    ['今晨摔伤，头痛。', WITHIN_A_DAY],
  ])('is that of the illness: %s', (text, expected) => {
    expect(times(text)).toEqual(expected);
  });

  it.each([
    ['Headache for three weeks. She fell yesterday.', ['illness-duration=weeks-1-4']],
    ['He fell 3 months ago. Cough for 2 days.', ['illness-duration=days-1-7']],
    ['咳嗽2周，今晨摔伤。', ['illness-duration=weeks-1-4']],
    ['Her mother fell two hours ago. Cough.', []],
    ['Past medical history: injury 3 days ago.', []],
    ['He fell ill two days ago with a cough.', ['illness-duration=days-1-7']],
    ['Haemoglobin fell two days ago.', []],
    ['Injury 3 years ago, now a cough.', []],
  ])('is not, where the illness is another: %s', (text, expected) => {
    expect(times(text)).toEqual(expected);
  });
});

describe('months of the year', () => {
  it.each([
    '6月发病，头痛。',
    '患者于6月起病，表现为头痛。',
    '自5月开始头痛。',
    '今年3月出现头痛。',
    '2024年6月出现头痛。',
    '6月3日出现头痛。',
    '3月起出现头痛。',
    '3月以来头痛。',
    'Headache since June.',
  ])('are no length: %s', (text) => {
    expect(times(text)).toEqual([]);
  });

  it.each([
    ['头痛6月余。', 'over-3-months'],
    ['6月前出现头痛。', 'over-3-months'],
    ['头痛2月。', 'months-1-3'],
    ['近2月头痛。', 'months-1-3'],
    ['头痛2年3月。', 'over-3-months'],
    ['头痛2月出现呕吐。', 'months-1-3'],
    ['2个月以来头痛。', 'months-1-3'],
  ])('are not meant by a number of months: %s', (text, state) => {
    expect(times(text)).toContain(`illness-duration=${state}`);
  });

  it.each([
    ['患儿，6月龄，呕吐。', { value: 6, unit: 'mo' }],
    ['男，6月，呕吐3天。', { value: 6, unit: 'mo' }],
    ['女，3天，呕吐。', { value: 3, unit: 'd' }],
    ['男，6月发病，呕吐。', null],
    ['患者女，3天前呕吐。', null],
  ])('are no age, and an age is told as one: %s', (text, age) => {
    expect(understandText(text, undefined, vocabulary).patient.age).toEqual(age);
  });
});

describe('pallor', () => {
  it.each([
    'She is pale.',
    'He looks pale and sweaty.',
    'Her hands are cold and she looks pale.',
    '面色苍白，出汗。',
    '苍白、乏力。',
  ])('is told by the bare word: %s', (text) => {
    expect(read(text)).toContain('pallor+');
  });

  it.each([
    'He passes pale stools.',
    'Pale patches on the back.',
    'The optic disc is pale.',
    'Her fingers turn pale in the cold.',
    'His left leg is very pale.',
    '手指遇冷苍白。',
    '视盘苍白。',
    '右下肢皮肤苍白。',
    '背部苍白斑。',
  ])('is not, where only a part is pale: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
