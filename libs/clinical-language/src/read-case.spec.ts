import { type CaseInput } from '@openrounds/contracts';
import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../test/vocabulary.fixture';
import { toEngineCase } from './read-case';

const vocabulary = compiledOnce(VOCABULARY);
const woman: CaseInput['patient'] = { age: { value: 40, unit: 'a' }, sex: 'female' };

const engineCase = (input: Partial<CaseInput>) => toEngineCase({ patient: woman, ...input }, vocabulary);
const observed = (input: Partial<CaseInput>): string[] =>
  engineCase(input).observed.map(
    ({ findingId, presence, state, certainty }) =>
      `${findingId} ${presence ?? state ?? ''} ${String(certainty)}`,
  );

describe('toEngineCase', () => {
  it('carries coded findings, labs and text into observations', () => {
    expect(
      observed({
        narrative: 'Possible haemoptysis. No vomiting.',
        findings: [{ system: 'HPO', code: 'HP:0100749', presence: 'present', certainty: 0.9 }],
        labs: [{ name: 'D-dimer', value: 2400, unit: 'ng/mL{FEU}' }],
      }),
    ).toEqual(['chest-pain present 0.9', 'd-dimer raised 1', 'haemoptysis present 0.7', 'vomiting absent 1']);
  });

  it.each<[string, CaseInput['patient'], string]>([
    ['an adult', { age: { value: 40, unit: 'a' }, sex: 'male' }, 'heart-rate tachycardia 1'],
    ['an infant', { age: { value: 6, unit: 'mo' }, sex: 'male' }, 'heart-rate normal 1'],
    [
      'an unknown age, taken as adult with less certainty',
      { age: null, sex: 'male' },
      'heart-rate tachycardia 0.8',
    ],
  ])('reads a heart rate of 130 by age: %s', (_, patient, expected) => {
    expect(
      observed({ patient, findings: [{ findingId: 'heart-rate', value: { number: 130, unit: '/min' } }] }),
    ).toEqual([expected]);
  });

  it.each<['female' | 'male' | 'unknown', number, string[]]>([
    ['female', 125, ['haemoglobin normal 1']],
    ['male', 125, ['haemoglobin low 1']],
    ['unknown', 90, ['haemoglobin low 1']],
    ['unknown', 125, []],
  ])('reads haemoglobin by sex: %s, %d g/L', (sex, value, expected) => {
    expect(observed({ patient: { age: null, sex }, labs: [{ code: '718-7', value, unit: 'g/L' }] })).toEqual(
      expected,
    );
  });

  it('converts between mass and substance', () => {
    expect(observed({ labs: [{ code: 'glucose', value: 200, unit: 'mg/dL' }] })).toEqual(['glucose high 1']);
  });

  it('takes the laboratory’s own range for normal', () => {
    const lab = { code: 'd-dimer', value: 0.6, unit: 'mg/L', referenceRange: { high: 0.8, unit: 'mg/L' } };
    expect(observed({ labs: [lab] })).toEqual(['d-dimer normal 1']);
  });

  it('lets what is coded beat the text, also along an is-a line', () => {
    const { observed: facts, understood } = engineCase({
      narrative: 'She has a cough and pleuritic chest pain.',
      findings: [
        { findingId: 'cough', presence: 'absent' },
        { findingId: 'chest-pain', presence: 'absent' },
      ],
    });
    expect(facts.map(({ findingId, presence }) => `${findingId} ${presence ?? ''}`)).toEqual([
      'cough absent',
      'chest-pain absent',
    ]);
    expect(understood.warnings.map(({ code, findingId }) => `${code} ${findingId ?? ''}`)).toEqual([
      'coded-beats-text cough',
      'coded-beats-text pleuritic-chest-pain',
    ]);
  });

  it('maps past and family statements to their risk factors and drops the rest', () => {
    const { observed: facts, understood } = engineCase({
      findings: [
        { findingId: 'migraine-attacks', presence: 'present', assertion: 'family' },
        { findingId: 'known-asthma', presence: 'present', assertion: 'historical' },
        { findingId: 'cough', presence: 'present', assertion: 'other-person' },
      ],
    });
    expect(facts.map(({ findingId }) => findingId)).toEqual(['family-history-of-migraine', 'known-asthma']);
    expect(understood.warnings).toEqual([
      expect.objectContaining({ code: 'other-person-ignored', findingId: 'cough' }),
    ]);
  });

  it('merges the stages, the later one counting in a contradiction', () => {
    expect(
      observed({
        narrative: 'No rash.',
        stages: [{ name: 'examination', narrative: 'A rash has appeared. HR 72.' }],
      }),
    ).toEqual(['rash present 1', 'heart-rate normal 1']);
  });

  describe('stages', () => {
    const stagesOf = (input: Partial<CaseInput>) =>
      engineCase(input).stages.map(({ name, findingIds }) => [name, ...findingIds]);

    it('says which findings each stage gave: text, codes and laboratory values alike', () => {
      expect(
        stagesOf({
          narrative: 'Haemoptysis.',
          stages: [
            { name: 'at the bedside', narrative: 'A rash has appeared. HR 72.' },
            { name: 'what came back', labs: [{ name: 'D-dimer', value: 2400, unit: 'ng/mL{FEU}' }] },
            { name: 'the relatives', findings: [{ findingId: 'vomiting', presence: 'absent' }] },
            { name: 'silence' },
          ],
        }),
      ).toEqual([
        ['at the bedside', 'rash', 'heart-rate'],
        ['what came back', 'd-dimer'],
        ['the relatives', 'vomiting'],
        ['silence'],
      ]);
    });

    it('counts a finding from where it was first said, and a changed one from its last value', () => {
      expect(
        stagesOf({
          narrative: 'No rash.',
          stages: [
            { name: 'one', narrative: 'HR 72. Possible haemoptysis.' },
            {
              name: 'two',
              narrative: 'A rash has appeared. HR 130.',
              findings: [{ findingId: 'haemoptysis', presence: 'present' }],
            },
          ],
        }),
      ).toEqual([
        ['one', 'haemoptysis'],
        ['two', 'rash', 'heart-rate'],
      ]);
    });

    it('lets a later stage decide, however its value was given', () => {
      const low = { name: 'glucose', value: 40, unit: 'mg/dL' };
      const high = { findingId: 'glucose', value: { number: 200, unit: 'mg/dL' } };
      const stages = [
        { name: 'one', labs: [low] },
        { name: 'two', findings: [high] },
      ];
      expect(observed({ stages })).toEqual(['glucose high 1']);
      expect(stagesOf({ stages })).toEqual([['one'], ['two', 'glucose']]);
    });

    it('has none where the case has none', () => {
      expect(stagesOf({ narrative: 'Haemoptysis.' })).toEqual([]);
    });
  });

  it('takes age and sex from the text where nothing was entered', () => {
    const input = { patient: { age: null, sex: 'unknown' as const }, narrative: '患者女，58岁，咳嗽。' };
    expect(toEngineCase(input, vocabulary).patient).toEqual({ ageYears: 58, sex: 'female', pregnant: null });
  });

  it.each<[string, CaseInput['patient'], string]>([
    ['a man', { age: null, sex: 'male', pregnant: true }, 'A cough.'],
    [
      'somebody whom the text calls a man',
      { age: null, sex: 'unknown', pregnant: true },
      'A man with a cough.',
    ],
    ['a woman of 80', { age: { value: 80, unit: 'a' }, sex: 'female', pregnant: true }, 'A cough.'],
    ['a girl of three', { age: { value: 3, unit: 'a' }, sex: 'female', pregnant: true }, 'A cough.'],
  ])('does not count a pregnancy of %s, and warns of it', (_, patient, narrative) => {
    const { patient: counted, understood } = toEngineCase({ patient, narrative }, vocabulary);
    expect([counted.pregnant, understood.patient.pregnant]).toEqual([null, null]);
    expect(understood.warnings).toEqual([{ code: 'pregnancy-impossible' }]);
  });

  it.each<CaseInput['patient']>([
    { age: null, sex: 'unknown', pregnant: true },
    { age: { value: 75, unit: 'a' }, sex: 'female', pregnant: true },
    { age: null, sex: 'male', pregnant: false },
  ])('warns of no pregnancy of %j', (patient) => {
    const { patient: counted, understood } = toEngineCase({ patient, narrative: 'A cough.' }, vocabulary);
    expect(counted.pregnant).toBe(patient.pregnant);
    expect(understood.warnings).toEqual([]);
  });

  it('reports clinical issues beside the observations', () => {
    expect(engineCase({ findings: [{ findingId: 'made-up', presence: 'present' }] }).issues).toEqual([
      expect.objectContaining({ pointer: '/findings/0/findingId', code: 'unknown-finding' }),
    ]);
  });

  it('reports a laboratory name that it does not know', () => {
    const { understood } = engineCase({ labs: [{ name: 'moon dust', value: 3, unit: 'g/L' }] });
    expect(understood.labs).toEqual([expect.objectContaining({ name: 'moon dust', value: 3 })]);
    expect(understood.warnings).toEqual([expect.objectContaining({ code: 'lab-unmapped' })]);
  });
});
