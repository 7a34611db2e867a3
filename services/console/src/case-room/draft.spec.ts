import { type Case } from '../api/types';
import {
  accepted,
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
  textOf,
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

  it('forgets where a finding stands when the text is changed, and only then', () => {
    const finding = { ...stated(cough, 'present'), at: { start: 0, end: 5 } };
    const draft = { ...EMPTY_DRAFT, narrative: 'Cough', findings: [finding] };
    const older = draftReducer(draft, { type: 'write', draft: { sex: 'male' } });
    expect(older.findings).toEqual([finding]);
    const rewritten = draftReducer(draft, { type: 'write', draft: { narrative: 'A cough' } });
    expect(rewritten.findings).toEqual([stated(cough, 'present')]);
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

  it('sends what was confirmed or found in the text as plain findings', () => {
    const read = { findingId: 'cough', presence: 'present' as const, certainty: 0.7 };
    const draft = { ...EMPTY_DRAFT, findings: [{ ...accepted(read, 'Cough'), at: { start: 0, end: 5 } }] };
    expect(toCaseInput(draft).findings).toEqual([{ findingId: 'cough', presence: 'present', certainty: 1 }]);
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
      stages: [],
      corrections: [],
    });
    expect(draft.findings).toEqual([{ findingId: 'fever', name: 'Fever', presence: 'absent' }]);
    expect(draft.labs).toEqual([{ name: 'CRP', value: 64, unit: 'mg/L' }]);
    expect(draft.sex).toBe('male');
  });

  it('takes over corrections that show no finding: what was rejected, what was said of a relative', () => {
    const at = '2026-11-20T09:00:00.000Z';
    const coded = { findingId: 'fever', name: 'Fever', presence: 'absent' as const };
    const draft = draftOfCase({
      title: null,
      narrative: 'Cough. Migraine.',
      patient: { age: null, sex: 'male' },
      setting: null,
      findings: [{ ...coded, source: { kind: 'coded' } }],
      labs: [],
      stages: [],
      corrections: [
        { action: 'set', ...coded, version: 2, at },
        { action: 'reject', ...cough, version: 2, at },
        { action: 'set', findingId: 'migraine', presence: 'present', assertion: 'family', version: 3, at },
      ],
    });
    expect(draft.findings).toEqual([
      coded,
      { ...cough, presence: 'unknown' },
      { findingId: 'migraine', name: 'migraine', presence: 'present', assertion: 'family' },
    ]);
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

  it('is pending where a reading is confirmed, until it is coded', () => {
    const [read] = understood;
    if (read === undefined) throw new Error('nothing was read');
    const said = accepted(read, 'Cough');
    expect(listedFindings([read], [said])).toEqual([
      { ...cough, presence: 'present', certainty: 1, source: read.source, pending: true },
    ]);
    const coded = { ...read, certainty: 1, source: { ...read.source, kind: 'coded' as const } };
    expect(listedFindings([coded], [said])).toEqual([{ ...coded, pending: false }]);
  });

  it('places what the teacher found in the text there', () => {
    const at = { start: 0, end: 4 };
    const placed = { ...cough, presence: 'present', source: { kind: 'coded', ...at }, pending: true };
    const said = { ...stated(cough, 'present'), at };
    expect(listedFindings([], [said])).toEqual([placed]);
    expect(listedFindings([{ ...stated(cough, 'absent'), source: { kind: 'text' } }], [said])).toEqual([
      placed,
    ]);
  });

  it('does not list again what the run counts without showing it', () => {
    const family = stated(cough, 'family');
    expect(listedFindings([], [family], [family])).toEqual([]);
    expect(listedFindings([], [stated(cough, 'present')], [family])).toHaveLength(1);
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

describe('a case in stages', () => {
  const bedside = { name: 'At the bedside', narrative: 'A rash has appeared.' };
  const draft = {
    ...EMPTY_DRAFT,
    narrative: 'Fever.',
    stages: [bedside, { name: '', narrative: 'CRP 64 mg/L' }],
  };

  it('is told under the teacher’s titles, or their numbers; a stage that tells nothing is left out', () => {
    const stages = [{ name: 'Empty', narrative: ' ' }, ...draft.stages];
    expect(toCaseInput({ ...draft, stages })).toEqual({
      narrative: 'Fever.',
      language: 'en',
      patient: { age: null, sex: 'unknown' },
      stages: [{ name: 'At first' }, bedside, { name: '2', narrative: 'CRP 64 mg/L' }],
    });
    expect(toCaseInput({ ...draft, narrative: '' }).stages?.[0]).toEqual(bedside);
  });

  it('counts with all its texts, and may do without a first one', () => {
    expect(textOf(draft)).toBe('Fever.\n\nA rash has appeared.\n\nCRP 64 mg/L');
    expect(faultOf({ ...EMPTY_DRAFT, stages: [bedside] })).toBeNull();
    expect(faultOf({ ...EMPTY_DRAFT, stages: [{ ...bedside, narrative: ' ' }] })).toBe('empty');
    const long = { ...bedside, narrative: 'x'.repeat(MAX_NARRATIVE) };
    expect(faultOf({ ...draft, stages: [long] })).toBe('too-long');
  });

  it('comes back from what is stored, with what was coded in a stage', () => {
    const stored = {
      title: null,
      narrative: null,
      patient: { age: null, sex: 'male' },
      setting: null,
      findings: [],
      labs: [],
      corrections: [],
      stages: [
        { name: 'At first' },
        {
          ...bedside,
          findings: [
            {
              findingId: 'rash',
              name: 'Rash',
              presence: 'present',
              source: { kind: 'text', start: 2, end: 6 },
            },
            { findingId: 'fever', name: 'Fever', presence: 'absent', source: { kind: 'coded' } },
          ],
          labs: [{ name: 'CRP', value: 64, unit: 'mg/L', source: { kind: 'coded' } }],
        },
      ],
    } as unknown as Case;
    const again = draftOfCase(stored);
    expect(again.stages).toEqual([
      {
        ...bedside,
        given: {
          findings: [{ findingId: 'fever', presence: 'absent' }],
          labs: [{ name: 'CRP', value: 64, unit: 'mg/L' }],
        },
      },
    ]);
    expect(toCaseInput(again).stages).toEqual([
      {
        ...bedside,
        findings: [{ findingId: 'fever', presence: 'absent' }],
        labs: [{ name: 'CRP', value: 64, unit: 'mg/L' }],
      },
    ]);
    expect(differs(again, draftOfCase(stored))).toBe(false);
  });
});
