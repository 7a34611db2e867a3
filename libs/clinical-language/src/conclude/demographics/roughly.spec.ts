import { demographicsOf } from '../../../test/patient-of';

describe('an age that is told roughly', () => {
  it.each([
    'A woman in her sixties has a cough.',
    'A man in his late fifties has a cough.',
    'This octogenarian has a cough.',
    'A man aged about 50 has a cough.',
    '男，四十多岁，咳嗽。',
    '五十来岁的女患者，咳嗽。',
    '男，四十岁左右，咳嗽。',
    '年过六旬，咳嗽。',
    '耄耋老人，咳嗽。',
  ])('%s', (text) => {
    expect(demographicsOf(text)).toMatchObject({ isRough: true });
  });

  it.each([
    'A 67-year-old woman has a cough.',
    'She is 67 and has had a cough for about 3 weeks.',
    '女，45岁，来诊因咳嗽。',
    '女，45岁，多次咳嗽。',
  ])('but not in %s', (text) => {
    expect(demographicsOf(text)).not.toHaveProperty('isRough');
  });
});
