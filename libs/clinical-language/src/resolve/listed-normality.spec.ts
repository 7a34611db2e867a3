import { compiledOnce } from '@openrounds/testing';
import { summary } from '../../test/summary';
import { symptom, VOCABULARY } from '../../test/vocabulary.fixture';
import { type Vocabulary } from '../model/vocabulary';
import { understandText } from '../read-case';

const withPanels: Vocabulary = {
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings,
    symptom('insomnia', 'Insomnia', '失眠'),
    symptom('loss-of-appetite', 'Loss of appetite', '纳差'),
    symptom('limb-weakness', 'Limb weakness', '肢体无力'),
    symptom('amenorrhoea', 'Amenorrhoea', '闭经'),
    symptom('sensory-level', 'Sensory level', '感觉平面'),
    symptom('anticoagulant-use', 'Takes an anticoagulant', '服用抗凝药', {
      kind: 'exposure',
      synonyms: { en: ['apixaban'], zh: ['利伐沙班'] },
    }),
  ],
  panels: [
    ...VOCABULARY.panels,
    {
      id: 'sleep-normal',
      phrases: { en: ['sleep normal'], zh: [] },
      sets: [{ finding: 'insomnia', presence: 'absent' }],
    },
    {
      id: 'appetite-normal',
      phrases: { en: ['good appetite'], zh: [] },
      sets: [{ finding: 'loss-of-appetite', presence: 'absent' }],
    },
    {
      id: 'power-normal',
      phrases: { en: ['normal power', 'power 5/5 throughout'], zh: [] },
      sets: [{ finding: 'limb-weakness', presence: 'absent' }],
    },
  ],
};
const vocabulary = compiledOnce(withPanels);
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter((line) => !line.startsWith('illness-'));

describe('what a list calls well', () => {
  it.each([
    ['Sleep + appetite ok.', ['insomnia-', 'loss-of-appetite-']],
    ['Appetite and sleep are fine.', ['insomnia-', 'loss-of-appetite-']],
    ['Cough, appetite preserved.', ['cough+', 'loss-of-appetite-']],
    ['Power 5/5 throughout.', ['limb-weakness-']],
    ['Power 5/5 in the arms only.', []],
    ['Sleep not good.', []],
    ['Good sleep hygiene was explained.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('levels of feeling', () => {
  it.each([
    ['Level to pin at the navel.', ['sensory-level+']],
    ['Tingling climbing from the toes up to the waist.', ['sensory-level+']],
    ['Pinprick reduced below T6.', ['sensory-level+']],
    ['No sensory level at the waist.', ['sensory-level-']],
    ['Tingling of the toes, worse at the waist.', []],
    ['Level of glucose at the clinic.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('medicines that were stopped, and periods that are missed', () => {
  it.each([
    ['Stopped apixaban 2 months ago.', []],
    ['Apixaban was discontinued.', []],
    ['停用利伐沙班，咳嗽。', ['cough+']],
    ['未停用利伐沙班，咳嗽。', ['anticoagulant-use+', 'cough+']],
    ['他没有停用利伐沙班。', ['anticoagulant-use+']],
    ['Stopped apixaban yesterday.', ['anticoagulant-use+']],
    ['Stopped smoking, takes apixaban.', ['anticoagulant-use+']],
    ['停经40天。', ['amenorrhoea+']],
    ['停经25天。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
