import { compiledOnce } from '@openrounds/testing';
import { symptom, VOCABULARY } from './vocabulary.fixture';
import { summary } from './summary';
import { understandText } from '../src/read-case';

const given = (id: string, en: string[], zh: string[] = [], more = {}) =>
  symptom(id, `finding ${id}`, `所见${id}`, { synonyms: { en, zh }, ...more });

const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings,
    given('back-pain', ['back pain', 'pain in the back', 'back aches'], ['背痛']),
    given('knee-pain', ['knee pain', 'pain in the knee'], ['膝盖痛']),
    given('hand-pain', ['hand pain', 'sore hand', 'sore fingers'], ['手痛']),
    given('facial-pain', ['face pain'], ['面痛']),
    given('red-eye', ['red eye'], []),
    given('left-eye-red', ['left red eye'], []),
    given('dyspnoea-panting', ['panting'], []),
    given('fatigue', ['run down'], []),
    given('gait-disturbance', ['clumsy walking'], []),
    given('ascites', ['fluid in the belly'], []),
    given('increased-appetite', ['eating a lot'], []),
    given('bone-pain', ['bone aches'], []),
    given('foul-sputum', ['foul sputum'], []),
    given('anal-itch', [], ['肛门痒']),
    given('pain-on-stool', [], ['大便痛']),
    given('smoking', ['cigarette'], ['抽烟'], { kind: 'risk-factor' }),
    given('scald', ['scald'], ['烫伤'], { kind: 'exposure' }),
    given('regular-uterine-contractions', [], ['阵痛']),
    given('irritability', ['crying', 'irritable'], ['哭闹']),
    given('low-mood', ['sad'], []),
    given('muscle-cramps', ['cramps', 'crampy'], []),
    given('hypervigilance-or-startle', ['jumpy'], []),
  ],
});
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter(
    (line) => !line.startsWith('illness-') && line !== 'pain+',
  );

describe('words that mean something else', () => {
  it.each([
    ['Pain in the back of my left knee.', ['knee-pain+']],
    ['Pain in the back.', ['back-pain+']],
    ['The lump pops back, aches.', []],
    ['A hole in his pants, cough.', ['cough+']],
    ['The dog bites and she pants.', ['dyspnoea-panting+']],
    ['Oil ran down his arm.', []],
    ['Feels run down.', ['fatigue+']],
    ['I can get three fingers into it, sore.', []],
    ['He fainted; he passed out drunk.', ['syncope+']],
    ['Periods crampy.', []],
    ['Legs crampy.', ['muscle-cramps+']],
    ['Heartbeat jumpy.', []],
    ['小腿后面痛。', []],
    ['左侧面痛。', ['facial-pain+']],
    ['后门痒得厉害。', ['anal-itch+']],
    ['从后门进来，咳嗽。', ['cough+']],
    ['解手痛。', ['pain-on-stool+']],
    ['男，40岁，阵痛。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('letters for words', () => {
  it.each([
    ['Red L eye.', ['red-eye+']],
    ['R arm weak, b/l calf swelling.', ['calf-swelling+']],
    ['Cough w headache.', ['cough+', 'headache+']],
    ['Cough w/o headache.', ['cough+', 'headache-']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('words on both sides of a comma', () => {
  it.each([
    ['Fingers clumsy, walking is normal.', []],
    ['Bruised belly, clear fluid from the nose.', []],
    ['Eating, a lot of wind.', []],
    ['Hip bone, came up overnight, aches.', []],
    ['Swollen, tender calf.', ['calf-swelling+', 'calf-tenderness+']],
    ['Pain, swelling and redness of the knee.', ['knee-pain+']],
    ['Foul brownish sputum.', ['foul-sputum+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('crying', () => {
  it.each([
    ['A 34-year-old woman, crying all day.', ['low-mood+']],
    ['A 34-year-old woman, irritable.', ['irritability+']],
    ['A 2-year-old boy, crying all day.', ['irritability+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('comparisons', () => {
  it.each([
    ['Skin that folds like cigarette paper.', []],
    ['A red patch like a scald.', []],
    ['Would like a cigarette.', ['smoking+']],
    ['手上有像烫伤的红斑。', []],
    ['昨天烫伤，咳嗽。', ['cough+', 'scald+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
