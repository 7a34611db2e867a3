import { compiledOnce } from '@openrounds/testing';
import { summary } from './summary';
import { symptom, VOCABULARY } from './vocabulary.fixture';
import { understandText } from '../src/read-case';

const attributes = VOCABULARY.findings.filter(({ id }) => id.startsWith('illness-'));
const vocabulary = compiledOnce({
  findings: [
    ...attributes,
    symptom('abdominal-pain', 'Abdominal pain', '腹痛'),
    symptom('pelvic-pain', 'Lower abdominal pain', '小腹痛'),
    symptom('pruritus', 'Itch', '瘙痒'),
    symptom('cough', 'Cough', '咳嗽'),
    symptom('chest-tightness', 'Chest tightness', '胸闷'),
    symptom('tooth-decay', 'Tooth decay', '蛀牙'),
    symptom('dental-pain', 'Toothache', '牙痛'),
    symptom('weight-loss', 'Weight loss', '体重减轻'),
    symptom('low-body-weight', 'Low body weight', '体重过低'),
    symptom('poor-appetite', 'Poor appetite', '食欲差'),
    symptom('insomnia', 'Insomnia', '睡眠差'),
    symptom('limb-weakness', 'Weak limbs', '腿无力'),
    symptom('paraparesis', 'Paraparesis', '双下肢无力'),
    symptom('epistaxis', 'Nosebleed', '鼻出血'),
    symptom('leg-swelling', 'Leg swelling', '腿肿胀', { synonyms: { en: [], zh: ['小腿压痛'] } }),
    symptom('diarrhoea', 'Diarrhoea', '腹泻'),
    symptom('weight-gain', 'Weight gain', '体重增加'),
    symptom('known-asthma', 'Known asthma', '哮喘病史', { kind: 'history' }),
    symptom('family-history-of-asthma', 'Family history of asthma', '哮喘家族史', { kind: 'risk-factor' }),
    symptom('kernig-sign', 'Kernig sign', '克氏征阳性', { kind: 'sign' }),
    symptom('nocturnal-cough', 'Cough at night', '夜间咳嗽'),
    symptom('nocturnal-diarrhoea', 'Diarrhoea at night', '夜间腹泻'),
  ],
  panels: [],
});
const read = (text: string, kind = /^(?!illness-)/): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter((line) => kind.test(line));

describe('words that stand for one another', () => {
  it.each([
    ['肚子疼。', ['abdominal-pain+']],
    ['腹部疼痛，没有咳。', ['abdominal-pain+', 'cough-']],
    ['腹部持续隐隐作痛。', ['abdominal-pain+']],
    ['下腹部坠痛。', ['pelvic-pain+']],
    ['身上很痒。', ['pruritus+']],
    ['智齿一跳一跳地疼。', ['dental-pain+']],
    ['牙齿松动。', []],
    ['有蛀牙。', ['tooth-decay+']],
    ['胃口不好，睡觉不佳。', ['insomnia+', 'poor-appetite+']],
    ['体重突然减轻。', ['weight-loss+']],
    ['体重过低。', ['low-body-weight+']],
    ['两腿没劲。', ['limb-weakness+', 'paraparesis+']],
    ['双下肢无力。', ['paraparesis+']],
    ['腿没力气。', ['limb-weakness+', 'paraparesis+']],
    ['胸口闷。', ['chest-tightness+']],
    ['麻疹、方便、头发。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('quotes what is written', () => {
    const [finding] = understandText('他说肚子一直疼。', undefined, vocabulary).findings;
    expect(finding?.source).toMatchObject({ quote: '肚子一直疼', start: 2, end: 7 });
  });
});

describe('lists', () => {
  it.each([
    ['鼻塞、呕吐、颅内出血。', []],
    ['睡得不好、咳嗽、腹泻。', ['cough+', 'diarrhoea+']],
    ['无咳嗽、腹泻。', ['cough-', 'diarrhoea-']],
    ['还有无咳嗽、无腹泻。', ['cough-', 'diarrhoea-']],
    ['无法入睡、咳嗽。', ['cough+']],
    ['不由自主的咳嗽。', ['cough+']],
    ['夜间咳嗽、腹泻。', ['diarrhoea+', 'nocturnal-cough+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('results of signs', () => {
  it.each([
    ['克氏征阳性。', ['kernig-sign+']],
    ['克氏征（+）。', ['kernig-sign+']],
    ['克氏征阴性，咳嗽。', ['cough+', 'kernig-sign-']],
    ['克氏征(-)。', ['kernig-sign-']],
    ['体重60kg，咳嗽。', ['cough+']],
    ['体重增加5公斤。', ['weight-gain+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('relatives in everyday words', () => {
  it.each([
    ['我妈有哮喘，我没有咳嗽。', ['cough-', 'family-history-of-asthma+']],
    ['妈妈说孩子咳嗽。', ['cough+']],
    ['由爸爸抱来，腹泻。', ['diarrhoea+']],
    ['爸爸有哮喘病史。', ['family-history-of-asthma+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the course of an illness', () => {
  it.each([
    ['咳嗽加重。', ['illness-course=progressive']],
    ['活动后咳嗽加重。', []],
    ['晚上咳嗽明显加重。', []],
    ['腹痛持续时间短。', []],
    ['体重减轻。', []],
    ['腹痛减轻。', ['illness-course=resolving']],
    ['反复询问。', []],
    ['半夜腹痛。', []],
    ['两个月发作一次腹痛。', []],
    ['患儿，男，5个月，咳嗽2天。', ['illness-duration=days-1-7']],
  ])('%s', (text, expected) => {
    expect(read(text, /^illness-/)).toEqual(expected);
  });

  it.each([
    ['患儿，男，5个月，咳嗽2天。', { value: 5, unit: 'mo' }, 'male'],
    ['患儿女，3天，腹泻。', { value: 3, unit: 'd' }, 'female'],
    ['女婴，2个月，腹泻。', { value: 2, unit: 'mo' }, 'female'],
    ['患者女，3天前咳嗽。', null, 'female'],
    ['宝宝出生后3天，腹泻。', { value: 3, unit: 'd' }, 'unknown'],
    ['小伙子，22岁，腹泻。', { value: 22, unit: 'a' }, 'male'],
    ['我今年35岁，女的，咳嗽。', { value: 35, unit: 'a' }, 'female'],
  ])('%s tells the age', (text, age, sex) => {
    expect(understandText(text, undefined, vocabulary).patient).toMatchObject({ age, sex });
  });
});
