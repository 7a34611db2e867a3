import { compiledOnce } from '@openrounds/testing';
import { summary } from '../../test/summary';
import { symptom } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce({
  findings: [
    symptom('refusal-to-bear-weight', 'Cannot or will not bear weight', '不能负重', {
      synonyms: { en: ['unable to bear weight', 'leg refuses to bear weight'], zh: ['拒绝行走', '不愿走路'] },
    }),
    symptom('palpable-bladder', 'Palpable bladder', '膀胱可触及'),
    symptom('jaundice', 'Jaundice', '黄疸', { synonyms: { zh: ['巩膜黄染'] } }),
    symptom('abdominal-distension', 'Abdominal distension', '腹胀', { synonyms: { zh: ['腹部膨隆'] } }),
    symptom('rash', 'Rash', '皮疹'),
  ],
  panels: [],
});
const read = (text: string): string[] => summary(understandText(text, undefined, vocabulary));

describe('a cue that a composed finding is made of', () => {
  it.each([
    ['The left leg will not bear her weight.', ['refusal-to-bear-weight+']],
    ['He cannot yet bear weight on it.', ['refusal-to-bear-weight+']],
    ['孩子不愿下地走路', ['refusal-to-bear-weight+']],
  ])('says nothing of that finding: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reaches no further', () => {
    expect(read('孩子不愿下地走路巩膜黄染腹部膨隆')).toEqual([
      'abdominal-distension+',
      'jaundice+',
      'refusal-to-bear-weight+',
    ]);
  });

  it('denies where the finding does not tell it', () => {
    expect(read('Bladder not palpable.')).toEqual(['palpable-bladder-']);
    expect(read('She will not have a rash or jaundice on this drug.')).not.toContain('rash+');
  });
});
