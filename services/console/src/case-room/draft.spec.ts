import {
  type CodedFinding,
  EMPTY_DRAFT,
  MAX_NARRATIVE,
  differs,
  draftOfCase,
  draftReducer,
  faultOf,
  languageOf,
  listedFindings,
  stated,
  toCaseInput,
} from './draft';

const cough = { findingId: 'cough', name: 'Cough' };

describe('draftReducer', () => {
  it('keeps one statement per finding: the last', () => {
    const once = draftReducer(EMPTY_DRAFT, { type: 'state-finding', finding: stated(cough, 'present') });
    const twice = draftReducer(once, { type: 'state-finding', finding: stated(cough, 'absent') });
    expect(twice.findings).toEqual([{ ...cough, presence: 'absent' }]);
    expect(draftReducer(twice, { type: 'withdraw-finding', findingId: 'cough' }).findings).toEqual([]);
  });

  it('adds and removes laboratory values', () => {
    const lab = { name: 'CRP', value: 64, unit: 'mg/L' };
    const added = draftReducer(EMPTY_DRAFT, { type: 'add-lab', lab });
    expect(added.labs).toEqual([lab]);
    expect(draftReducer(added, { type: 'remove-lab', index: 0 }).labs).toEqual([]);
  });
});

describe('stated', () => {
  it.each([
    ['uncertain' as const, { presence: 'present', certainty: 0.7 }],
    ['family' as const, { presence: 'present', assertion: 'family' }],
    ['not-a-finding' as const, { presence: 'unknown' }],
  ])('codes %s', (statement, coded) => {
    expect(stated(cough, statement)).toEqual({ ...cough, ...coded });
  });
});

describe('faultOf', () => {
  it('wants a text, a finding or a value, and a text within the limit', () => {
    expect(faultOf({ ...EMPTY_DRAFT, narrative: '  \n' })).toBe('empty');
    expect(faultOf({ ...EMPTY_DRAFT, findings: [stated(cough, 'present')] })).toBeNull();
    expect(faultOf({ ...EMPTY_DRAFT, narrative: 'x'.repeat(MAX_NARRATIVE) })).toBeNull();
    expect(faultOf({ ...EMPTY_DRAFT, narrative: 'x'.repeat(MAX_NARRATIVE + 1) })).toBe('too-long');
  });
});

describe('languageOf', () => {
  it.each([
    ['患者女，58岁。CRP 64 mg/L，WBC 12×10⁹/L', 'zh'],
    ['Sudden chest pain since this morning', 'en'],
    ['The patient, Wang (王), has had a fever for three days and a dry cough', 'en'],
    ['', 'en'],
  ])('reads %s as %s', (narrative, language) => {
    expect(languageOf(narrative)).toBe(language);
  });
});

describe('toCaseInput', () => {
  it('leaves out what was not given', () => {
    expect(toCaseInput({ ...EMPTY_DRAFT, findings: [stated(cough, 'present')] })).toEqual({
      patient: { age: null, sex: 'unknown' },
      findings: [{ findingId: 'cough', presence: 'present' }],
    });
  });

  it('sends the patient, the setting and the language of the text', () => {
    const draft = {
      ...EMPTY_DRAFT,
      title: ' Cough ',
      narrative: '咳嗽三天',
      age: { value: 3, unit: 'mo' as const },
      sex: 'female' as const,
      pregnant: false,
      setting: 'emergency' as const,
    };
    expect(toCaseInput(draft)).toEqual({
      title: 'Cough',
      narrative: '咳嗽三天',
      language: 'zh',
      patient: { age: { value: 3, unit: 'mo' }, sex: 'female', pregnant: false },
      setting: 'emergency',
    });
  });
});

describe('draftOfCase', () => {
  it('takes over what was coded and leaves the text to be read again', () => {
    const draft = draftOfCase({
      title: null,
      narrative: 'Cough.',
      patient: { age: null, sex: 'male' },
      setting: null,
      findings: [
        {
          findingId: 'cough',
          name: 'Cough',
          presence: 'present',
          source: { kind: 'text', start: 0, end: 5 },
        },
        { findingId: 'fever', name: 'Fever', presence: 'absent', source: { kind: 'coded' } },
      ],
      labs: [
        { name: 'CRP', value: 64, unit: 'mg/L' },
        { name: 'D-dimer', value: { comparator: '<', number: 0.2 }, unit: 'mg/L' },
      ],
    });
    expect(draft.findings).toEqual([{ findingId: 'fever', name: 'Fever', presence: 'absent' }]);
    expect(draft.labs).toEqual([{ name: 'CRP', value: 64, unit: 'mg/L' }]);
    expect(draft.sex).toBe('male');
  });
});

describe('listedFindings', () => {
  const understood = [
    {
      findingId: 'cough',
      name: 'Cough',
      presence: 'present' as const,
      source: { kind: 'text' as const, start: 3, end: 8 },
    },
    { findingId: 'fever', name: 'Fever', presence: 'absent' as const },
  ];

  it('lets the statement win, keeps the place in the text, and marks it as not counted yet', () => {
    const listed = listedFindings(understood, [stated(cough, 'absent')]);
    expect(listed).toEqual([
      { ...cough, presence: 'absent', source: { kind: 'text', start: 3, end: 8 }, pending: true },
      { ...understood[1], pending: false },
    ]);
  });

  it('is not pending once the run has it', () => {
    const said: CodedFinding[] = [{ findingId: 'fever', name: 'Fever', presence: 'absent' }];
    expect(listedFindings(understood, said).every(({ pending }) => !pending)).toBe(true);
  });

  it('appends what is new and hides what was withdrawn without ever being understood', () => {
    const listed = listedFindings(
      [],
      [stated(cough, 'present'), stated({ findingId: 'rash', name: 'Rash' }, 'not-a-finding')],
    );
    expect(listed).toEqual([{ ...cough, presence: 'present', pending: true }]);
  });
});

describe('differs', () => {
  it('sees what would change the case and nothing else', () => {
    expect(differs({ ...EMPTY_DRAFT, title: ' ' }, EMPTY_DRAFT)).toBe(false);
    expect(differs({ ...EMPTY_DRAFT, sex: 'male' }, EMPTY_DRAFT)).toBe(true);
  });
});
