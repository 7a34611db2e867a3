import { compiledOnce } from '@openrounds/testing';
import { symptom, VOCABULARY } from './vocabulary.fixture';
import { summary } from './summary';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings,
    symptom('pruritus', 'Itching', '瘙痒', { synonyms: { en: ['itch', 'itches'], zh: ['痒'] } }),
    symptom('sweating', 'Sweating', '出汗', { synonyms: { en: ['sweat'], zh: [] } }),
    symptom('eye-injury', 'Hit in the eye', '眼外伤', { synonyms: { en: ['hit the eye'], zh: [] } }),
    symptom('hand-or-wrist-pain', 'Hand or wrist pain', '手或腕痛', {
      synonyms: { en: ['hand pain', 'wrist pain'], zh: ['手痛', '手腕痛'] },
    }),
    symptom('recent-bereavement-or-loss', 'Recent bereavement', '近期丧亲', {
      synonyms: { en: ['father died'], zh: [] },
    }),
    symptom('family-history-of-sudden-death-or-cardiomyopathy', 'Sudden death in the family', '猝死家族史', {
      kind: 'risk-factor',
    }),
  ],
});
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter(
    (line) => !line.startsWith('illness-') && line !== 'pain+',
  );

describe('what others do not have', () => {
  it.each([
    ['An awful itch at night; nobody else at home has an itch.', ['pruritus+']],
    ['Itching. None of the children itch.', ['pruritus+']],
    ['No one in the family has migraine.', ['family-history-of-migraine-']],
    ['胳膊痒，家里没人痒。', ['pruritus+']],
    ['夜里咳嗽，其他人都没有咳嗽。', ['cough+']],
    ['家人没有发现呕吐，咳嗽两天。', ['cough+', 'vomiting-']],
  ])('is not denied of the patient: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('denials of verbs and of subjects', () => {
  it.each([
    ["Palms that don't sweat.", ['sweating-']],
    ["They won't itch.", ['pruritus-']],
    ['Nothing hit the eye, headache.', ['eye-injury-', 'headache+']],
    ['Skin not hot, severe headache.', ['headache+']],
    ['Not itchy or dizzy; headache.', ['headache+', 'pruritus-']],
    ['No cough on lying, severe headache.', ['cough-', 'headache+']],
    ["He can't stop vomiting.", ['vomiting+']],
    ["The tablets don't help the headache.", ['headache+']],
    ['一躺下就忍不住咳嗽。', ['cough+']],
    ['止不住呕吐。', ['vomiting+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('denials behind their finding', () => {
  it.each([
    ['呕吐、腹泻都没有，头痛。', ['diarrhoea-', 'headache+', 'vomiting-']],
    ['药物过敏史无。', ['known-allergy-']],
    ['Haemoptysis denied, headache.', ['haemoptysis-', 'headache+']],
    ['She denied cough, vomiting and headache.', ['cough-', 'headache-', 'vomiting-']],
    ['头痛没有缓解。', ['headache+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('denials of less than the whole', () => {
  it.each([
    ['手痛三天，否认手腕痛。', ['hand-or-wrist-pain+']],
    ['Hand pain; no wrist pain.', ['hand-or-wrist-pain+']],
    ['No wrist pain.', ['hand-or-wrist-pain-']],
    ['Headache, no sudden severe headache.', ['headache+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what was and what is', () => {
  it.each([
    ['以前上楼头痛，这几天咳嗽。', ['cough+']],
    ['以前有偏头痛，最近呕吐。', ['known-migraine+', 'vomiting+']],
    ['否认最近呕吐、咳嗽。', ['cough-', 'vomiting-']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('deaths among relatives', () => {
  const sudden = 'family-history-of-sudden-death-or-cardiomyopathy+';
  it.each([
    ['Father died in his sleep at 31.', [sudden]],
    ['Her father died in his sleep at 84.', []],
    ['Her father died at 79 two weeks ago.', ['recent-bereavement-or-loss+']],
    ['我哥30岁睡觉时突然没了。', [sudden]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
