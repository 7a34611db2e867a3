import { type Vocabulary, type VocabularyFinding } from '../src/model/vocabulary';

/** A binary finding of a specification's own vocabulary. */
export const symptom = (
  id: string,
  en: string,
  zh: string,
  more: Partial<VocabularyFinding> = {},
): VocabularyFinding => ({
  id,
  name: { en, zh },
  kind: 'symptom',
  stage: 'history',
  domain: 'binary',
  synonyms: { en: [], zh: [] },
  ...more,
});

const attribute = (id: string, en: string, zh: string, states: string[]): VocabularyFinding => ({
  ...symptom(id, en, zh),
  kind: 'history',
  domain: 'categorical',
  states,
});

/** A small vocabulary of our own, for specifications only. */
export const VOCABULARY: Vocabulary = {
  findings: [
    attribute('illness-onset', 'Onset of the illness', '起病方式', [
      'seconds-minutes',
      'hours',
      'days',
      'gradual',
    ]),
    attribute('illness-duration', 'Duration of the illness', '病程', [
      'under-24h',
      'days-1-7',
      'weeks-1-4',
      'months-1-3',
      'over-3-months',
    ]),
    attribute('illness-course', 'Course of the illness', '病程特点', [
      'first-constant',
      'progressive',
      'episodic',
      'relapsing',
      'resolving',
    ]),
    symptom('pain', 'Pain', '疼痛', { impliesAbsence: false }),
    symptom('chest-pain', 'Chest pain', '胸痛', {
      parent: 'pain',
      synonyms: { en: ['pain in the chest'], zh: ['胸部疼痛'] },
      codes: { hpo: 'HP:0100749', icd10: ['R07.4'] },
    }),
    symptom('pleuritic-chest-pain', 'Pleuritic chest pain', '胸膜性胸痛', {
      parent: 'chest-pain',
      synonyms: { en: ['sharp pain on breathing in'], zh: ['深吸气时加重', '吸气时胸痛'] },
    }),
    symptom('dyspnoea', 'Dyspnoea', '呼吸困难', {
      synonyms: { en: ['shortness of breath', 'SOB'], zh: ['气促'] },
    }),
    symptom('cough', 'Cough', '咳嗽'),
    symptom('haemoptysis', 'Haemoptysis', '咯血', {
      synonyms: { en: ['coughing up blood'], zh: ['痰中带血'] },
    }),
    symptom('vomiting', 'Vomiting', '呕吐'),
    symptom('diarrhoea', 'Diarrhoea', '腹泻', { synonyms: { en: ['the runs'], zh: [] } }),
    symptom('recent-respiratory-infection', 'Recent respiratory infection', '近期呼吸道感染', {
      synonyms: { en: ['after a cold'], zh: [] },
    }),
    symptom('syncope', 'Syncope', '晕厥', { synonyms: { en: ['fainted'], zh: [] } }),
    symptom('pregnancy', 'Pregnancy', '妊娠', {
      kind: 'history',
      synonyms: { en: ['pregnant'], zh: ['妊娠期'] },
    }),
    symptom('known-diabetes', 'Known diabetes', '糖尿病史', {
      kind: 'history',
      synonyms: { en: ['diabetes'], zh: ['糖尿病'] },
    }),
    symptom('headache', 'Headache', '头痛'),
    symptom('rash', 'Rash', '皮疹', { kind: 'sign', stage: 'examination' }),
    symptom('oliguria', 'Reduced urine output', '尿少', { synonyms: { en: [], zh: ['无尿'] } }),
    symptom('urinary-frequency', 'Urinary frequency', '尿频'),
    symptom('calf-swelling', 'Calf swelling', '小腿肿胀', { kind: 'sign', stage: 'examination' }),
    symptom('calf-tenderness', 'Calf tenderness', '小腿压痛', { kind: 'sign', stage: 'examination' }),
    symptom('unilateral-leg-swelling', 'Unilateral leg swelling', '单侧下肢肿胀', {
      kind: 'sign',
      stage: 'examination',
      synonyms: { en: ['leg swelling', 'swollen leg'], zh: ['下肢肿胀'] },
    }),
    symptom('right-sided-chest-pain', 'Right-sided chest pain', '右侧胸痛', { parent: 'chest-pain' }),
    symptom('left-lower-quadrant-pain', 'Left lower quadrant pain', '左下腹痛'),
    symptom('right-lower-quadrant-pain', 'Right lower quadrant pain', '右下腹痛'),
    symptom('mcburney-point-tenderness', 'McBurney point tenderness', '麦氏点压痛', {
      kind: 'sign',
      stage: 'examination',
      synonyms: { en: ['tenderness in the right lower quadrant'], zh: ['右下腹压痛'] },
    }),
    symptom('severe-abdominal-pain', 'Severe abdominal pain', '剧烈腹痛'),
    symptom('peripheral-oedema', 'Peripheral oedema', '外周水肿', {
      synonyms: { en: ['oedema'], zh: ['水肿'] },
    }),
    symptom('reduced-breath-sounds', 'Reduced breath sounds', '呼吸音减弱', {
      kind: 'sign',
      stage: 'examination',
      synonyms: { en: ['breath sounds reduced'], zh: [] },
    }),
    symptom('chest-x-ray-consolidation', 'Chest X-ray consolidation', '胸片实变', {
      kind: 'sign',
      stage: 'imaging',
      synonyms: { en: ['consolidation'], zh: ['实变'] },
    }),
    symptom('rebound-tenderness', 'Rebound tenderness', '反跳痛', {
      kind: 'sign',
      stage: 'examination',
      synonyms: { en: [], zh: ['腹部反跳痛'] },
    }),
    symptom('crackles', 'Crackles', '湿啰音', { kind: 'sign', stage: 'examination', synonyms: { en: ['crepitations'], zh: ['湿性啰音', '干湿啰音'] } }), // prettier-ignore
    symptom('recent-surgery', 'Recent surgery', '近期手术', {
      kind: 'risk-factor',
      synonyms: { en: ['total knee replacement'], zh: ['膝关节置换术'] },
    }),
    symptom('known-asthma', 'Known asthma', '哮喘病史', { kind: 'history' }),
    symptom('known-hypertension', 'Known hypertension', '高血压病史', {
      kind: 'history',
      synonyms: { en: ['hypertension'], zh: ['高血压'] },
    }),
    symptom('previous-venous-thromboembolism', 'Previous venous thromboembolism', '既往静脉血栓栓塞', {
      kind: 'history',
      synonyms: { en: ['previous DVT', 'history of deep vein thrombosis'], zh: ['深静脉血栓病史'] },
    }),
    symptom(
      'family-history-of-venous-thromboembolism',
      'Family history of venous thromboembolism',
      '静脉血栓家族史',
      {
        kind: 'risk-factor',
        synonyms: {
          en: ['family history of DVT', 'family history of deep vein thrombosis'],
          zh: ['深静脉血栓家族史'],
        },
      },
    ),
    symptom('migraine-attacks', 'Recurrent migraine', '偏头痛', { whenHistorical: 'known-migraine', whenFamily: 'family-history-of-migraine' }), // prettier-ignore
    symptom('known-migraine', 'Known migraine', '偏头痛病史', { kind: 'history' }),
    symptom('family-history-of-migraine', 'Family history of migraine', '偏头痛家族史', {
      kind: 'risk-factor',
    }),
    {
      ...symptom('body-temperature', 'Body temperature', '体温'),
      kind: 'sign',
      stage: 'examination',
      domain: 'categorical',
      states: ['hypothermia', 'normal', 'fever'],
      stateSynonyms: {
        normal: { en: ['no fever', 'normal temperature'], zh: ['无发热'] },
        fever: { en: ['fever', 'febrile'], zh: ['发热', '发烧'] },
      },
      codes: { loinc: '8310-5' },
      unit: 'Cel',
      plausible: { low: 20, high: 45 },
      intervals: [
        { state: 'hypothermia', to: 35 },
        { state: 'normal', from: 35, to: 37.8 },
        { state: 'fever', from: 37.8 },
      ],
    },
    {
      ...symptom('heart-rate', 'Heart rate', '心率'),
      kind: 'sign',
      stage: 'examination',
      domain: 'categorical',
      states: ['bradycardia', 'normal', 'tachycardia'],
      stateSynonyms: {
        normal: { en: ['normal heart rate'], zh: ['心率正常'] },
        tachycardia: { en: ['tachycardia'], zh: ['心动过速'] },
      },
      unit: '/min',
      plausible: { low: 10, high: 350 },
      intervals: [
        { state: 'bradycardia', if: { ageYears: [0, 1] }, to: 90 },
        { state: 'normal', if: { ageYears: [0, 1] }, from: 90, to: 170 },
        { state: 'tachycardia', if: { ageYears: [0, 1] }, from: 170 },
        { state: 'bradycardia', if: { ageYears: [1, 150] }, to: 50 },
        { state: 'normal', if: { ageYears: [1, 150] }, from: 50, to: 100 },
        { state: 'tachycardia', if: { ageYears: [1, 150] }, from: 100 },
      ],
    },
    {
      ...symptom('systolic-blood-pressure', 'Systolic blood pressure', '收缩压'),
      kind: 'sign',
      stage: 'examination',
      domain: 'categorical',
      states: ['low', 'normal', 'high'],
      unit: 'mm[Hg]',
      plausible: { low: 20, high: 320 },
      intervals: [
        { state: 'low', to: 90 },
        { state: 'normal', from: 90, to: 140 },
        { state: 'high', from: 140 },
      ],
    },
    {
      ...symptom('haemoglobin', 'Haemoglobin', '血红蛋白'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['low', 'normal', 'high'],
      synonyms: { en: ['Hb', 'hemoglobin'], zh: [] },
      codes: { loinc: '718-7' },
      unit: 'g/L',
      plausible: { low: 10, high: 300 },
      intervals: [
        { state: 'low', if: { sex: 'female' }, to: 120 },
        { state: 'normal', if: { sex: 'female' }, from: 120, to: 160 },
        { state: 'high', if: { sex: 'female' }, from: 160 },
        { state: 'low', if: { sex: 'male' }, to: 130 },
        { state: 'normal', if: { sex: 'male' }, from: 130, to: 170 },
        { state: 'high', if: { sex: 'male' }, from: 170 },
      ],
    },
    {
      ...symptom('neutrophil-count', 'Neutrophil count', '中性粒细胞计数'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['low', 'normal', 'high'],
      synonyms: { en: ['neutrophils'], zh: ['中性粒细胞'] },
      unit: '10*9/L',
      plausible: { low: 0, high: 500 },
      intervals: [
        { state: 'low', to: 1.5 },
        { state: 'normal', from: 1.5, to: 7.5 },
        { state: 'high', from: 7.5 },
      ],
    },
    {
      ...symptom('glucose', 'Glucose', '血糖'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['low', 'normal', 'high'],
      unit: 'mmol/L',
      molecularWeight: 180.156,
      plausible: { low: 0, high: 150 },
      intervals: [
        { state: 'low', to: 3.9 },
        { state: 'normal', from: 3.9, to: 7.8 },
        { state: 'high', from: 7.8 },
      ],
    },
    {
      ...symptom('d-dimer', 'D-dimer', 'D-二聚体'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['normal', 'raised'],
      unit: 'mg/L{FEU}',
      plausible: { low: 0, high: 10000 },
      intervals: [
        { state: 'normal', to: 0.5 },
        { state: 'raised', from: 0.5 },
      ],
    },
    {
      ...symptom('potassium', 'Potassium', '血钾'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['low', 'normal', 'high'],
      unit: 'mmol/L',
      plausible: { low: 1, high: 12 },
      intervals: [
        { state: 'low', to: 3.5 },
        { state: 'normal', from: 3.5, to: 5.3 },
        { state: 'high', from: 5.3 },
      ],
    },
    symptom('pregnancy-test-positive', 'Positive pregnancy test', '妊娠试验阳性', {
      kind: 'lab',
      stage: 'laboratory',
    }),
  ],
  panels: [
    {
      id: 'chest-clear',
      phrases: { en: ['chest clear'], zh: ['双肺呼吸音清'] },
      sets: [{ finding: 'crackles', presence: 'absent' }],
      certainty: 0.85,
    },
    {
      id: 'breath-sounds-normal',
      phrases: { en: ['breath sounds normal', 'breath sounds equal bilaterally'], zh: ['双肺呼吸音对称'] },
      sets: [
        { finding: 'reduced-breath-sounds', presence: 'absent' },
        { finding: 'crackles', presence: 'absent' },
      ],
    },
    {
      id: 'chest-x-ray-normal',
      phrases: { en: ['chest X-ray normal', 'normal chest X-ray'], zh: ['胸片正常'] },
      sets: [{ finding: 'chest-x-ray-consolidation', presence: 'absent' }],
    },
    {
      id: 'vital-signs-normal',
      phrases: { en: ['vitals stable'], zh: ['生命体征平稳'] },
      sets: [
        { finding: 'heart-rate', state: 'normal' },
        { finding: 'body-temperature', state: 'normal' },
      ],
    },
  ],
  diseases: [
    {
      id: 'deep-vein-thrombosis',
      name: { en: 'Deep vein thrombosis', zh: '深静脉血栓' },
      synonyms: { en: ['DVT'], zh: [] },
      asFinding: {
        historical: 'previous-venous-thromboembolism',
        family: 'family-history-of-venous-thromboembolism',
      },
    },
  ],
};
