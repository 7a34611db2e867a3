import { declared } from './declared.fixture';
import {
  type SpecimenCondition,
  type SpecimenTest,
  type Vocabulary,
  type VocabularyFinding,
} from '../src/model/vocabulary';

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
  ...declared(id),
  ...more,
});

const attribute = (id: string, en: string, zh: string, states: string[]): VocabularyFinding => ({
  ...symptom(id, en, zh),
  kind: 'history',
  domain: 'categorical',
  states,
});

const cells = (limits: Partial<SpecimenCondition>): SpecimenCondition => ({
  analyte: 'cells',
  unit: '/uL',
  bare: [0, 1_000_000],
  ...limits,
});
const share = (analyte: string, from: number): SpecimenCondition => ({ analyte, unit: '%', from });
const sugar = (limits: Partial<SpecimenCondition>): SpecimenCondition => ({
  analyte: 'glucose',
  unit: 'mmol/L',
  ...limits,
});
const lymphocytic = (specimen: string, protein: number): SpecimenTest => ({
  specimen,
  when: [share('lymphocytes', 50.1), { analyte: 'protein', unit: 'g/L', from: protein }],
});
const pleocytosis = (analyte: string): SpecimenTest[] => [
  { specimen: 'csf', when: [share(analyte, 50.1), cells({ from: 6 })] },
  { specimen: 'csf', when: [share(analyte, 50.1)], unless: [cells({ below: 6 })], certainty: 0.7 },
];
const ascitic = (condition: SpecimenCondition): SpecimenTest[] => [
  { specimen: 'ascitic', when: [{ ...condition, from: 250 }] },
  { specimen: 'ascitic', presence: 'absent', when: [{ ...condition, below: 250 }] },
];

/** How the findings of specimens are decided; as in the knowledge base, and fewer. */
const SPECIMEN_TESTS: Readonly<Record<string, readonly SpecimenTest[]>> = {
  'csf-pleocytosis': [
    { specimen: 'csf', when: [cells({ from: 6 })] },
    { specimen: 'csf', presence: 'absent', when: [cells({ below: 6 })] },
  ],
  'csf-neutrophilic-pleocytosis': pleocytosis('neutrophils'),
  'csf-lymphocytic-pleocytosis': pleocytosis('lymphocytes'),
  'csf-glucose-low': [
    { specimen: 'csf', when: [sugar({ below: 2.2 })] },
    { specimen: 'csf', presence: 'absent', when: [sugar({ from: 2.8 })] },
  ],
  'pleural-fluid-lymphocytic-exudate': [
    lymphocytic('pleural', 30.1),
    { specimen: 'pleural', when: [share('lymphocytes', 80)], certainty: 0.7 },
  ],
  'pleural-fluid-purulent-or-low-ph': [
    { specimen: 'pleural', when: [{ analyte: 'ph', unit: '[pH]', from: 6, below: 7.2, bare: [6, 8] }] },
    { specimen: 'pleural', when: [sugar({ below: 2.2 })] },
  ],
  'ascitic-fluid-neutrophils-raised': [
    ...ascitic({ analyte: 'neutrophils', unit: '/uL', bare: [101, 1_000_000] }),
    ...ascitic({ analyte: 'cells', unit: '/uL', bare: [100, 1_000_000], share: 'neutrophils' }),
  ],
  'synovial-fluid-purulent': [
    { specimen: 'synovial', when: [cells({ from: 50_000, bare: [100, 1_000_000] })] },
  ],
};

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
    symptom('weight-loss', 'Weight loss', '体重下降'),
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
    symptom('known-allergy', 'Known allergy', '过敏史', {
      kind: 'history',
      synonyms: { en: ['allergic to', 'allergies', 'penicillin allergy', 'drug allergy'], zh: ['过敏'] },
    }),
    symptom('nsaid-use', 'Use of anti-inflammatory drugs', '服用非甾体抗炎药', {
      kind: 'exposure',
      synonyms: { en: ['aspirin'], zh: ['阿司匹林'] },
    }),
    symptom('anticoagulant-use', 'Use of anticoagulants', '服用抗凝药', {
      kind: 'exposure',
      synonyms: { en: ['warfarin'], zh: ['华法林'] },
    }),
    symptom('recent-trauma', 'Recent trauma', '近期外伤', {
      kind: 'history',
      synonyms: { en: ['injury'], zh: ['摔伤', '外伤'] },
    }),
    symptom('pallor', 'Pallor', '苍白', {
      kind: 'sign',
      stage: 'examination',
      synonyms: { en: ['pale', 'looks pale', 'turned pale'], zh: ['面色苍白', '皮肤苍白'] },
    }),
    symptom('delusions', 'Delusions', '妄想'),
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
    symptom('crackles', 'Crackles', '湿啰音', {
      kind: 'sign',
      stage: 'examination',
      synonyms: { en: ['crepitations'], zh: ['湿性啰音', '干湿啰音'] },
    }),
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
    symptom('migraine-attacks', 'Recurrent migraine', '偏头痛', {
      whenHistorical: 'known-migraine',
      whenFamily: 'family-history-of-migraine',
    }),
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
      ...symptom('white-cell-count', 'White cell count', '白细胞计数'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['low', 'normal', 'raised'],
      synonyms: { en: ['WBC'], zh: ['白细胞'] },
      unit: '10*9/L',
      plausible: { low: 0, high: 1000 },
      intervals: [
        { state: 'low', to: 4 },
        { state: 'normal', from: 4, to: 11 },
        { state: 'raised', from: 11 },
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
      shareOf: 'white-cell-count',
      plausible: { low: 0, high: 500 },
      intervals: [
        { state: 'low', to: 1.5 },
        { state: 'normal', from: 1.5, to: 7.5 },
        { state: 'high', from: 7.5 },
      ],
    },
    ...(
      [
        ['csf-pleocytosis', 'Raised white cells in CSF', '脑脊液细胞增多'],
        ['csf-neutrophilic-pleocytosis', 'Neutrophilic CSF', '脑脊液中性粒细胞增多'],
        ['csf-lymphocytic-pleocytosis', 'Lymphocytic CSF', '脑脊液淋巴细胞增多'],
        ['csf-glucose-low', 'Low CSF glucose', '脑脊液糖降低'],
        ['pleural-fluid-lymphocytic-exudate', 'Lymphocytic pleural exudate', '胸水淋巴细胞为主'],
        ['pleural-fluid-purulent-or-low-ph', 'Purulent pleural fluid', '脓性胸水'],
        ['ascitic-fluid-neutrophils-raised', 'Ascitic neutrocytosis', '腹水中性粒细胞增多'],
        ['synovial-fluid-purulent', 'Purulent synovial fluid', '脓性关节液'],
      ] as const
    ).map(([id, en, zh]) =>
      symptom(id, en, zh, { kind: 'lab', stage: 'laboratory', specimenTests: SPECIMEN_TESTS[id] ?? [] }),
    ),
    {
      ...symptom('csf-protein', 'CSF protein', '脑脊液蛋白'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['normal', 'raised'],
      unit: 'g/L',
      measuredIn: { specimen: 'csf', analyte: 'protein' },
      plausible: { low: 0, high: 30 },
      intervals: [
        { state: 'normal', to: 0.45 },
        { state: 'raised', from: 0.45 },
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
      stateSynonyms: { high: { en: ['hyperkalaemia'], zh: ['高钾血症'] } },
      baseline: {
        emergency: { low: 0.05, normal: 0.9, high: 0.05 },
        'primary-care': { low: 0.02, normal: 0.96, high: 0.02 },
      },
      unit: 'mmol/L',
      plausible: { low: 1, high: 12 },
      intervals: [
        { state: 'low', to: 3.5 },
        { state: 'normal', from: 3.5, to: 5.3 },
        { state: 'high', from: 5.3 },
      ],
    },
    {
      ...symptom('creatinine', 'Creatinine', '肌酐'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['normal', 'raised', 'markedly-raised'],
      unit: 'umol/L',
      molecularWeight: 113.12,
      plausible: { low: 1, high: 5000 },
      intervals: [
        { state: 'normal', to: 100 },
        { state: 'raised', from: 100, to: 300 },
        { state: 'markedly-raised', from: 300 },
      ],
      intervalSource: { source: 'the-creatinine-paper', grade: 'B' },
      variation: { withinSubject: 5, analytical: 2.5, source: 'the-variation-paper', grade: 'B' },
      changeCriteria: [
        {
          id: 'kidney-injury-by-48-hours',
          direction: 'rise',
          by: 26.5,
          withinHours: 48,
          text: { en: 'Kidney injury', zh: '肾损伤' },
          source: 'the-criteria',
          grade: 'B',
        },
        {
          id: 'halved',
          direction: 'fall',
          times: 2,
          earlierFrom: 100,
          text: { en: 'Halved', zh: '减半' },
          source: 'estimate',
          grade: 'D',
        },
      ],
      baseline: {
        emergency: { normal: 0.8, raised: 0.15, 'markedly-raised': 0.05 },
        'primary-care': { normal: 0.9, raised: 0.08, 'markedly-raised': 0.02 },
      },
    },
    {
      ...symptom('urea', 'Urea', '尿素'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['normal', 'raised'],
      unit: 'mmol/L',
      molecularWeight: 60.06,
      plausible: { low: 0.1, high: 150 },
      otherMeasures: [{ names: { en: ['BUN'], zh: ['尿素氮'] }, loinc: '3094-0', molecularWeight: 28.014 }],
      intervals: [
        { state: 'normal', to: 8 },
        { state: 'raised', from: 8 },
      ],
    },
    {
      ...symptom('hba1c', 'HbA1c', '糖化血红蛋白'),
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical',
      states: ['normal', 'raised'],
      unit: '%',
      plausible: { low: 2, high: 25 },
      linearUnits: [{ unit: 'mmol/mol', factor: 0.09148, offset: 2.152 }],
      intervals: [
        { state: 'normal', to: 6.5 },
        { state: 'raised', from: 6.5 },
      ],
    },
    symptom('ana-positive', 'ANA positive', '抗核抗体阳性', {
      kind: 'lab',
      stage: 'laboratory',
      decidedBy: [{ names: { en: ['ANA'], zh: ['抗核抗体'] }, titre: 80 }],
      baseline: { emergency: 0.1, 'primary-care': 0.1 },
    }),
    symptom('reduced-ejection-fraction', 'Reduced ejection fraction', '射血分数降低', {
      kind: 'imaging',
      stage: 'imaging',
      decidedBy: [{ names: { en: ['LVEF'], zh: ['射血分数'] }, unit: '%', below: 50 }],
    }),
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
    { id: 'hyperkalaemia', name: { en: 'Hyperkalaemia', zh: '高钾血症' } },
  ],
  resultCauses: [
    {
      diseaseId: 'common-and-mild',
      prior: { emergency: 0.02, 'primary-care': 0.04 },
      modifiers: [{ if: { ageYears: [60, 150] }, times: 3 }],
      theta: new Map([['creatinine', { normal: 0.5, raised: 0.45, 'markedly-raised': 0.05 }]]),
    },
    {
      diseaseId: 'rare-and-typical',
      prior: { emergency: 0.002, 'primary-care': 0.001 },
      modifiers: [],
      theta: new Map<string, number | Record<string, number>>([
        ['creatinine', { normal: 0.02, raised: 0.18, 'markedly-raised': 0.8 }],
        ['ana-positive', 0.7],
        ['potassium', { low: 0.1, normal: 0.6, high: 0.3 }],
      ]),
    },
    {
      diseaseId: 'hyperkalaemia',
      prior: { emergency: 0.01, 'primary-care': 0.01 },
      modifiers: [],
      theta: new Map([['potassium', { low: 0.01, normal: 0.01, high: 0.98 }]]),
    },
    {
      diseaseId: 'only-in-men',
      prior: { emergency: 0.01, 'primary-care': 0.01 },
      modifiers: [{ if: { sex: 'male' }, times: 2 }],
      restrict: { sex: 'male' },
      theta: new Map([['creatinine', { normal: 0.2, raised: 0.7, 'markedly-raised': 0.1 }]]),
    },
    {
      diseaseId: 'hardly-more-often',
      prior: { emergency: 0.3, 'primary-care': 0.3 },
      modifiers: [],
      theta: new Map([['creatinine', { normal: 0.81, raised: 0.14, 'markedly-raised': 0.05 }]]),
    },
  ],
};
