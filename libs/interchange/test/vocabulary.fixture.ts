import {
  compileTerminology,
  type VocabularyDisease,
  type VocabularyFinding,
} from '@openrounds/clinical-language';

const binary = (id: string, en: string, more: Partial<VocabularyFinding> = {}): VocabularyFinding => ({
  id,
  name: { en, zh: `${en}（中）` },
  kind: 'symptom',
  stage: 'history',
  domain: 'binary',
  ...more,
});

const quantity = (
  id: string,
  unit: string,
  normal: readonly [number, number],
  more: Partial<VocabularyFinding> = {},
): VocabularyFinding => ({
  ...binary(id, id),
  kind: 'lab',
  stage: 'laboratory',
  domain: 'categorical',
  states: ['low', 'normal', 'high'],
  unit,
  plausible: { low: 0, high: normal[1] * 20 },
  intervals: [
    { state: 'low', to: normal[0], unit },
    { state: 'normal', from: normal[0], to: normal[1], unit },
    { state: 'high', from: normal[1], unit },
  ],
  ...more,
});

const sign = { kind: 'sign', stage: 'examination' } as const;
const risk = { kind: 'risk-factor' } as const;

const FINDINGS: readonly VocabularyFinding[] = [
  binary('dyspnoea', 'Dyspnoea', { codes: { hpo: 'HP:0002094', icd10: ['R06.0'] } }),
  binary('cough', 'Cough', { codes: { hpo: 'HP:0012735', icd10: ['R05'] } }),
  binary('chest-pain', 'Chest pain', { codes: { hpo: 'HP:0100749', icd10: ['R07.4'] } }),
  binary('pleuritic-chest-pain', 'Pleuritic chest pain', {
    parent: 'chest-pain',
    codes: { hpo: 'HP:0033771' },
  }),
  binary('seizure', 'Seizure', { codes: { hpo: 'HP:0001250' }, whenHistorical: 'known-epilepsy' }),
  binary('migraine-attacks', 'Migraine', {
    codes: { hpo: 'HP:0002076' },
    whenFamily: 'family-history-of-migraine',
  }),
  binary('smoking', 'Smoking', { ...risk, codes: { loinc: '72166-2' } }),
  binary('obesity', 'Obesity', {
    ...risk,
    codes: { loinc: '39156-5' },
    decidedBy: [{ names: { en: ['body mass index'] }, unit: 'kg/m2', from: 30 }],
  }),
  binary('known-epilepsy', 'Known epilepsy', risk),
  binary('known-asthma', 'Known asthma', risk),
  binary('known-atrial-fibrillation', 'Known atrial fibrillation', risk),
  binary('previous-venous-thromboembolism', 'Previous VTE', risk),
  binary('family-history-of-venous-thromboembolism', 'VTE in the family', risk),
  binary('family-history-of-migraine', 'Migraine in the family', risk),
  binary('hbsag-positive', 'HBsAg positive', {
    kind: 'lab',
    stage: 'laboratory',
    codes: { loinc: '5196-1' },
  }),
  binary('calf-tenderness', 'Calf tenderness', sign),
  quantity('d-dimer', 'mg/L{FEU}', [0, 0.5], { codes: { loinc: '48065-7' } }),
  quantity('glucose', 'mmol/L', [3.9, 7.8], {
    codes: { loinc: ['14749-6', '2345-7'] },
    molecularWeight: 180.16,
  }),
  quantity('ana-titre', '{titer}', [0, 80], { codes: { loinc: '5048-4' } }),
  quantity('body-temperature', 'Cel', [36, 38], {
    ...sign,
    codes: { loinc: '8310-5' },
    stateCodes: { high: { hpo: 'HP:0001945', icd10: 'R50.9' }, low: { hpo: 'HP:0002045' } },
  }),
  quantity('heart-rate', '/min', [60, 100], { ...sign, codes: { loinc: '8867-4' } }),
  quantity('systolic-blood-pressure', 'mm[Hg]', [90, 140], { ...sign, codes: { loinc: '8480-6' } }),
  quantity('diastolic-blood-pressure', 'mm[Hg]', [60, 90], { ...sign, codes: { loinc: '8462-4' } }),
  quantity('glasgow-coma-scale', '{score}', [14, 15.5], { ...sign, codes: { loinc: '9269-2' } }),
];

const disease = (
  id: string,
  icd10: readonly string[],
  asFinding: VocabularyDisease['asFinding'] = {},
): VocabularyDisease => ({ id, name: { en: id, zh: id }, codes: { icd10 }, asFinding });

/** A small vocabulary of our own, for specifications only. */
export const vocabulary = compileTerminology({
  findings: FINDINGS,
  panels: [],
  diseases: [
    disease('asthma', ['J45'], { known: 'known-asthma' }),
    disease('pneumonia', ['J18']),
    disease('pulmonary-embolism', ['I26'], {
      historical: 'previous-venous-thromboembolism',
      family: 'family-history-of-venous-thromboembolism',
    }),
    disease('atrial-fibrillation', ['I48'], { known: 'known-atrial-fibrillation' }),
    disease('atrial-flutter', ['I48']),
  ],
});

export const TODAY = new Date('2026-11-20T12:00:00.000Z');
