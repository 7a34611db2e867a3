import { compiledOnce } from '@openrounds/testing';
import { summary } from './summary';
import { VOCABULARY } from './vocabulary.fixture';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce(VOCABULARY);
const durationOf = (text: string): string | undefined =>
  summary(understandText(text, undefined, vocabulary))
    .find((line) => line.startsWith('illness-duration='))
    ?.split('=')[1];

describe('how long an illness lasts', () => {
  it.each([
    ['Headache 4/7.', 'days-1-7'],
    ['Headache x3/7, vomiting.', 'days-1-7'],
    ['Headache x 3/52.', 'weeks-1-4'],
    ['6/7 headache and vomiting.', 'days-1-7'],
    ['"Gippy tummy, vomiting" 2/7 - no fever.', 'days-1-7'],
    ['Cough for the past 8/12.', 'over-3-months'],
    ['Cough, fever 4/7. Vomited last night.', 'days-1-7'],
    ['Vomited last night. Cough for 12 days.', 'weeks-1-4'],
    ['咳嗽六七天。', 'days-1-7'],
    ['咳嗽两三个月。', 'months-1-3'],
    ['咳嗽二十五天。', 'weeks-1-4'],
    ['Vomiting began last night. Tired for 12 days.', 'under-24h'],
    ['An infant of five months: cough for nine days.', 'weeks-1-4'],
    ['4个月的女宝宝，一周来咳嗽。', 'days-1-7'],
    ['Headaches an hour a day for two weeks.', 'weeks-1-4'],
    ['He flew home five weeks ago, cough for two days.', 'days-1-7'],
    ['Headaches since she started school five weeks ago.', 'months-1-3'],
    ['八年前骨折过，咳嗽4天。', 'days-1-7'],
    ['头痛了大半年了。', 'over-3-months'],
    ['Each jolt lasts a second. Headache for 12 days.', 'weeks-1-4'],
    ['Headache 16/12 since.', 'over-3-months'],
  ])('%s', (text, expected) => {
    expect(durationOf(text)).toBe(expected);
  });

  it.each([
    'Cough. Seen 4/7 in clinic.',
    'Cough, power 4/5.',
    'Cough. She can stand for ten minutes before the leg gives way.',
    'Cough. He takes 30 minute baths.',
    'Cough; pushes the pram for an hour.',
    'Chest pain for five minutes at a time.',
    'Chest pain, 10 mins each.',
    'Cough. Capillary refill is over 3 seconds.',
    '胸痛，坐5分钟后缓解。',
    '胸痛，每次15分钟。',
    '咳嗽，毛细血管充盈时间3秒。',
    'Headaches three or four evenings a week.',
    'Headache, each spell lasts two seconds.',
    'He stops breathing for several minutes. Cough.',
    'A cough that was gone within three days.',
    '咳嗽三天内就好了。',
    '咳嗽，每天约两小时。',
    'A baby of four months with cough.',
  ])('is not told by what lasts for itself: %s', (text) => {
    expect(durationOf(text)).toBeUndefined();
  });
});
