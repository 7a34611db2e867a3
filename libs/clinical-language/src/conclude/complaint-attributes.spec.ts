import { compiledOnce } from '@openrounds/testing';
import { symptom } from '../../test/vocabulary.fixture';
import { type Vocabulary, type VocabularyFinding } from '../model/vocabulary';
import { understandText } from '../read-case';

const given = (id: string, parent?: string): VocabularyFinding =>
  symptom(id, `finding ${id}`, `所见${id}`, parent === undefined ? {} : { parent });

const VOCABULARY: Vocabulary = {
  findings: [
    symptom('illness-onset', 'Onset', '起病', {
      domain: 'categorical',
      states: ['seconds-minutes', 'hours', 'days', 'gradual'],
    }),
    symptom('dyspnoea', 'Shortness of breath', '气短', { synonyms: { en: ['dyspnoea', 'dyspnoeic'] } }),
    given('exertional-dyspnoea', 'dyspnoea'),
    given('orthopnoea', 'dyspnoea'),
    given('sudden-onset-dyspnoea', 'dyspnoea'),
    symptom('chest-pain', 'Chest pain', '胸痛'),
    given('exertional-chest-pain', 'chest-pain'),
    given('pleuritic-chest-pain', 'chest-pain'),
    given('chest-pain-relieved-by-rest-or-nitrate', 'chest-pain'),
    given('chest-pain-over-20-minutes', 'chest-pain'),
    given('pain-radiating-to-left-arm-or-jaw', 'chest-pain'),
    symptom('back-pain', 'Back pain', '腰痛'),
    given('sciatica'),
    given('mechanical-back-pain', 'back-pain'),
    symptom('cough', 'Cough', '咳嗽', { synonyms: { en: ['coughing'] } }),
    given('chronic-cough', 'cough'),
    symptom('sore-throat', 'Sore throat', '咽痛'),
    given('odynophagia'),
    symptom('headache', 'Headache', '头痛'),
    given('photophobia'),
    given('phonophobia'),
    symptom('diplopia', 'Double vision', '复视'),
    given('fatigable-weakness'),
    symptom('urinary-incontinence', 'Urinary incontinence', '尿失禁', { synonyms: { en: ['leaks urine'] } }),
    given('leak-on-coughing-or-exertion'),
    symptom('sneezing', 'Sneezing', '喷嚏'),
    symptom('hearing-loss', 'Hearing loss', '听力下降'),
    given('sudden-hearing-loss', 'hearing-loss'),
    symptom('vertigo', 'Vertigo', '眩晕'),
    given('vertigo-attacks-minutes-to-hours', 'vertigo'),
    symptom('body-temperature', 'Temperature', '体温', {
      domain: 'categorical',
      states: ['normal', 'fever', 'high-fever'],
      stateSynonyms: { fever: { en: ['fever'], zh: ['发热'] } },
    }),
    given('prolonged-fever-over-five-days'),
    symptom('weight-loss', 'Weight loss', '体重下降'),
    symptom('weight-gain', 'Weight gain', '体重增加'),
  ],
  panels: [],
};

const vocabulary = compiledOnce(VOCABULARY);

const presences = (text: string): string[] =>
  understandText(text, undefined, vocabulary)
    .findings.filter(({ presence }) => presence !== undefined)
    .map(({ findingId, presence }) => `${findingId}${presence === 'present' ? '+' : '-'}`)
    .sort();

describe('what brings a complaint on', () => {
  it.each([
    ['Shortness of breath that worsens with exertion.', ['dyspnoea+', 'exertional-dyspnoea+']],
    ['She is short of breath.', ['dyspnoea+']],
    ['Dyspnoea when climbing stairs.', ['dyspnoea+', 'exertional-dyspnoea+']],
    ['Dyspnoea, worse on lying flat.', ['dyspnoea+', 'orthopnoea+']],
    ['Sharp chest pain that is worse on breathing in.', ['chest-pain+', 'pleuritic-chest-pain+']],
    ['The headache is worse with bright light and noise.', ['headache+', 'phonophobia+', 'photophobia+']],
    ['Double vision, more marked in the evening.', ['diplopia+', 'fatigable-weakness+']],
    [
      'Leaks urine on coughing, laughing or sneezing.',
      ['leak-on-coughing-or-exertion+', 'urinary-incontinence+'],
    ],
    ['气短，活动后加重。', ['dyspnoea+', 'exertional-dyspnoea+']],
    ['胸痛，深吸气时加重。', ['chest-pain+', 'pleuritic-chest-pain+']],
  ])('%s', (text, expected) => {
    expect(presences(text)).toEqual(expected);
  });

  it('leaves words to the finding that holds them', () => {
    const exertional = symptom('exertional-dyspnoea', 'Dyspnoea on exertion', '劳力性呼吸困难');
    const cough = symptom('cough', 'Cough', '咳嗽');
    const trigger = symptom('exercise-or-cold-air-trigger', 'Triggered by exercise', '运动诱发');
    const small = compiledOnce({ findings: [exertional, cough, trigger], panels: [] });
    const { findings } = understandText('Cough and dyspnoea on exertion.', undefined, small);
    expect(findings.map(({ findingId }) => findingId)).toEqual(['cough', 'exertional-dyspnoea']);
  });

  it('takes up the complaint of the sentence before', () => {
    expect(presences('He has chest pain. It comes on after walking uphill.')).toEqual([
      'chest-pain+',
      'exertional-chest-pain+',
    ]);
  });

  it('does not tie a factor to a complaint of another kind', () => {
    expect(presences('He has back pain. He had a cough after walking the dog.')).toEqual([
      'back-pain+',
      'cough+',
    ]);
  });

  it('does not take a named trigger for a complaint', () => {
    expect(presences('Chest pain that is worse when coughing.')).toEqual([
      'chest-pain+',
      'pleuritic-chest-pain+',
    ]);
    expect(presences('Chest pain with cough.')).toEqual(['chest-pain+', 'cough+']);
  });

  it('says nothing of a complaint that is denied', () => {
    expect(presences('No chest pain, not even on exertion.')).not.toContain('exertional-chest-pain+');
  });
});

describe('how far a length of time reaches', () => {
  it.each([
    ['腰痛两年，吃药后好些，最近走路、咳嗽。', ['back-pain+', 'cough+']],
    ['两年来，发热，腰痛，咳嗽。', ['back-pain+', 'chronic-cough+', 'cough+']],
    ['Cough, sneezing and back pain for 3 months.', ['back-pain+', 'chronic-cough+', 'cough+', 'sneezing+']],
  ])('%s', (text, expected) => {
    expect(presences(text)).toEqual(expected);
  });
});

describe('relief and spread', () => {
  it.each([
    ['Chest pain relieved by rest.', ['chest-pain+', 'chest-pain-relieved-by-rest-or-nitrate+']],
    ['Chest pain that eases with GTN.', ['chest-pain+', 'chest-pain-relieved-by-rest-or-nitrate+']],
    ['胸痛，休息后缓解。', ['chest-pain+', 'chest-pain-relieved-by-rest-or-nitrate+']],
    ['胸痛，休息后无明显缓解。', ['chest-pain+', 'chest-pain-relieved-by-rest-or-nitrate-']],
    ['Chest pain radiating to the left arm.', ['chest-pain+', 'pain-radiating-to-left-arm-or-jaw+']],
    ['胸痛向左肩放射。', ['chest-pain+', 'pain-radiating-to-left-arm-or-jaw+']],
    ['Back pain shooting down to the left leg.', ['back-pain+', 'sciatica+']],
    ['Back pain, eased by rest.', ['back-pain+', 'mechanical-back-pain+']],
  ])('%s', (text, expected) => {
    expect(presences(text)).toEqual(expected);
  });
});

describe('how long a complaint has lasted', () => {
  it.each([
    ['Cough for 3 months.', ['chronic-cough+', 'cough+']],
    ['Cough for 3 weeks.', ['cough+']],
    ['3/12 of cough.', ['chronic-cough+', 'cough+']],
    ['3/7 of cough.', ['cough+']],
    ['咳嗽3个月。', ['chronic-cough+', 'cough+']],
    ['Fever for ten days.', ['prolonged-fever-over-five-days+']],
    ['Fever for three days.', []],
    ['Weight loss for two weeks, sore throat and fever for 3 days.', ['sore-throat+', 'weight-loss+']],
    ['体重下降2周，咽痛3天，发热。', ['sore-throat+', 'weight-loss+']],
    ['Chest pain lasting 30 minutes.', ['chest-pain+', 'chest-pain-over-20-minutes+']],
    ['Chest pain lasting 5 minutes.', ['chest-pain+']],
    ['Vertigo lasting 2 hours.', ['vertigo+', 'vertigo-attacks-minutes-to-hours+']],
    [
      'Hearing loss in the left ear, now for a good two weeks and with a feeling of fullness in that same ear. She noticed the sudden onset of this on waking.',
      ['hearing-loss+', 'sudden-hearing-loss+'],
    ],
    ['Shortness of breath came on suddenly.', ['dyspnoea+', 'sudden-onset-dyspnoea+']],
  ])('%s', (text, expected) => {
    expect(presences(text)).toEqual(expected);
  });
});

describe('a change of weight told by its amount', () => {
  it.each([
    ['She lost 8 kg in two months.', ['weight-loss+']],
    ['He has lost about twenty pounds.', ['weight-loss+']],
    ['Weight went from 80 kg to 72 kg.', ['weight-loss+']],
    ['Weight went from 60 kg to 66 kg.', ['weight-gain+']],
    ['He gained 10 lb.', ['weight-gain+']],
    ['近2月瘦了10斤。', ['weight-loss+']],
    ['体重由70公斤降至62公斤。', ['weight-loss+']],
    ['She weighs 62 kg.', []],
    ['She has not lost 8 kg.', ['weight-loss-']],
    ['Her mother lost 8 kg.', []],
  ])('%s', (text, expected) => {
    expect(presences(text)).toEqual(expected);
  });
});
