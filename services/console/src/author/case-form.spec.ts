import {
  bodyOf,
  type CaseForm,
  diseasesOf,
  EMPTY_CASE,
  emptyStage,
  factsRead,
  otherPercent,
  sameCase,
  withChoices,
  withEssential,
  withoutStage,
  withPercent,
} from './case-form';

const form: CaseForm = {
  ...EMPTY_CASE,
  title: { en: 'Breathless', zh: '  ' },
  teaser: { en: '' },
  stages: [
    { ...emptyStage('history'), title: {}, text: { en: 'It hurts.' } },
    { ...emptyStage('laboratory'), text: {} },
  ],
  teachingPoints: [{}, { zh: '查看小腿。' }],
  questions: [{ ask: { en: 'What next?' }, answer: { en: ' ' } }],
};

describe('bodyOf', () => {
  it('leaves out languages and optional texts that are empty, and moves nothing', () => {
    const body = bodyOf(form);
    expect(body.title).toEqual({ en: 'Breathless' });
    expect(body).not.toHaveProperty('teaser');
    expect(body.stages).toEqual([
      { stage: 'history', text: { en: 'It hurts.' }, findings: {} },
      { stage: 'laboratory', text: {}, findings: {} },
    ]);
    expect(body.teachingPoints).toEqual([{}, { zh: '查看小腿。' }]);
    expect(body.questions).toEqual([{ ask: { en: 'What next?' } }]);
  });

  it('sends no age where none is given', () => {
    expect(bodyOf(form).patient).toEqual({ sex: 'female' });
    expect(bodyOf({ ...form, patient: { ageYears: 0, sex: 'male' } }).patient).toEqual({
      ageYears: 0,
      sex: 'male',
    });
  });
});

describe('sameCase', () => {
  it('does not see empty texts, empty lists and the order of fields', () => {
    const { title, ...rest } = form;
    expect(sameCase(form, { ...rest, title: { en: 'Breathless' }, teaser: {}, essential: [] })).toBe(true);
    expect(sameCase(form, { ...form, title: { ...title, zh: '气促' } })).toBe(false);
    expect(sameCase(form, { ...form, stages: form.stages.toReversed() })).toBe(false);
  });
});

describe('factsRead', () => {
  it('takes what is said of the patient now, states of numbers from the laboratory', () => {
    const facts = factsRead(
      [
        { findingId: 'cough', presence: 'absent', certainty: 1 },
        { findingId: 'rash', presence: 'present', certainty: 0.7 },
        { findingId: 'asthma', presence: 'present', assertion: 'family' },
        { findingId: 'fever', presence: 'present', certainty: 0.5 },
        { findingId: 'vomiting', presence: 'unknown' },
        { findingId: 'illness-onset', value: { code: 'sudden' } },
        { findingId: 'haemoglobin', value: { number: 92, unit: 'g/L' }, certainty: 0.8 },
        { findingId: 'heart-rate', value: { number: 112, unit: '/min' }, certainty: 0.8 },
      ],
      [{ findingId: 'haemoglobin', state: 'low' }],
    );
    expect(facts).toEqual({
      cough: 'absent',
      rash: { is: 'present', certainty: 0.7 },
      'illness-onset': 'sudden',
      haemoglobin: 'low',
      'heart-rate': '',
    });
  });
});

describe("the teacher's list after a stage", () => {
  it('is set beside its stage, changed and taken back', () => {
    const first = withPercent(undefined, 2, { stage: 1, diseaseId: 'pneumonia', percent: 20 });
    expect(first).toEqual([[], [{ diseaseId: 'pneumonia', percent: 20 }]]);
    const second = withPercent(first, 2, { stage: 1, diseaseId: 'asthma', percent: 90 });
    expect(otherPercent(second[1] ?? [])).toBe(-10);
    const third = withPercent(second, 2, { stage: 1, diseaseId: 'asthma', percent: 30 });
    expect(otherPercent(third[1] ?? [])).toBe(50);
    expect(withPercent(third, 2, { stage: 1, diseaseId: 'asthma', percent: null })).toEqual(first);
  });

  it('names every disease of the key once, the right one first', () => {
    const perStage = [[{ diseaseId: 'asthma', percent: 10 }]];
    const key = { diagnosis: 'b', acceptable: ['a'], alternatives: [{ id: 'b', why: {} }], perStage };
    expect(diseasesOf(key)).toEqual(['b', 'a', 'asthma']);
    expect(diseasesOf({ diagnosis: '' })).toEqual([]);
  });
});

describe('withoutStage', () => {
  it('takes what the key and the choices say of the stage along', () => {
    const before: CaseForm = {
      ...form,
      key: { diagnosis: 'a', perStage: [[{ diseaseId: 'a', percent: 1 }], [{ diseaseId: 'a', percent: 2 }]] },
      choices: [[{ testId: 'ecg', verdict: 'best' }], []],
    };
    const after = withoutStage(before, 0);
    expect(after.stages.map(({ stage }) => stage)).toEqual(['laboratory']);
    expect(after.key.perStage).toEqual([[{ diseaseId: 'a', percent: 2 }]]);
    expect(after.choices).toEqual([[]]);
  });

  it('keeps the list with an error beside its stage, and the kind that needs one with the list', () => {
    const planted = { lineId: 'a', errorKind: 'sum' as const };
    const drill = { stageNo: 2, lines: [{ id: 'a', text: { en: 'x' } }], planted };
    const before: CaseForm = { ...form, kind: 'find-the-error', drill };
    expect(withoutStage(before, 0)).toMatchObject({ kind: 'find-the-error', drill: { stageNo: 1 } });
    const after = withoutStage(before, 1);
    expect([after.kind, after.drill]).toEqual([undefined, undefined]);
  });
});

describe('what the author says beside the list', () => {
  const ECG = { testId: 'ecg', verdict: 'best' as const };

  it('keeps the tests to choose from beside their stages, and none where there are none', () => {
    const second = withChoices(form, 1, [ECG]);
    expect(second.choices).toEqual([[], [ECG]]);
    expect(withChoices(second, 1, [])).not.toHaveProperty('choices');
  });

  it('sends a reason only where one is written', () => {
    const silent = withChoices(form, 0, [{ ...ECG, why: { en: ' ' } }]);
    expect(bodyOf(silent).choices).toEqual([[ECG], []]);
    const told = withChoices(form, 0, [{ ...ECG, why: { en: 'It decides.', zh: '' } }]);
    expect(bodyOf(told).choices).toEqual([[{ ...ECG, why: { en: 'It decides.' } }], []]);
  });

  it('has no list of essential findings where there is none', () => {
    expect(withEssential(form, ['fever']).essential).toEqual(['fever']);
    expect(withEssential(withEssential(form, ['fever']), [])).not.toHaveProperty('essential');
  });
});
