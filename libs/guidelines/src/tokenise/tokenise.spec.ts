import { tokeniseChinese } from './chinese';
import { tokeniseEnglish } from './english';

describe('tokeniseEnglish', () => {
  it.each([
    ['Haemorrhage', 'hemorrhage'],
    ['dyspnoea', 'dyspnea'],
    ['oesophageal tumours', 'esophageal tumor'],
    ['stabilised', 'stabilized'],
    ['emboli, embolism', 'emboli embolism'],
    ['headaches', 'headache'],
    ['conservatively', 'conservative'],
    ['early', 'early'],
    ['women and children', 'woman, child'],
    ['biopsies', 'biopsy'],
    ['abscess virus', 'abscess virus'],
  ])('treats %s as %s', (text, same) => {
    expect(tokeniseEnglish(text)).toEqual(tokeniseEnglish(same));
  });

  it('keeps words of different meaning apart', () => {
    const words =
      'septic sepsis meningeal meningitis cholangitis cholecystitis hypotension hypertension'.split(' ');
    expect(new Set(words.flatMap(tokeniseEnglish)).size).toBe(words.length);
  });

  it('drops function words, punctuation and case', () => {
    expect(tokeniseEnglish('What should I do for the D-dimer?')).toEqual(['d', 'dimer']);
    expect(tokeniseEnglish('how is it to be')).toEqual([]);
  });
});

describe('tokeniseChinese', () => {
  it('makes pairs of characters', () => {
    expect(tokeniseChinese('肺栓塞')).toEqual(['肺栓', '栓塞']);
    expect(tokeniseChinese('痛')).toEqual(['痛']);
  });

  it('never pairs across a function word or punctuation', () => {
    expect(tokeniseChinese('肺栓塞怎么治疗')).toEqual(['肺栓', '栓塞', '治疗']);
    expect(tokeniseChinese('发热、头痛')).toEqual(['发热', '头痛']);
  });

  it('reads Latin words and full-width forms in between', () => {
    expect(tokeniseChinese('ＣＴ肺动脉造影')).toEqual(['ct', '肺动', '动脉', '脉造', '造影']);
    expect(tokeniseChinese('D-二聚体')).toEqual(['d', '二聚', '聚体']);
  });
});
