import { CaseInput } from '@openrounds/contracts';
import { vocabularyOf } from '@openrounds/knowledge';
import { compiledOnce, tinyBundle } from '@openrounds/testing';
import { toCase } from './to-case';
import { understandCase } from './understand-case';

const vocabulary = compiledOnce(vocabularyOf(tinyBundle()));
const input = CaseInput.parse({
  title: 'Lady of the late flight',
  narrative: 'She has dyspnoea and haemoptysis, no headache. The weather was foul.',
  patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
  setting: 'emergency',
  findings: [{ findingId: 'smoker', presence: 'present', note: 'since the war' }],
  labs: [
    { name: 'c reactive protein', value: 50, unit: 'mg/L' },
    { name: 'urine of Tuesday', value: 1, unit: 'mg/L' },
  ],
  stages: [{ name: 'ward round', narrative: 'Crackles were heard by Sister Agnes.' }],
});
const masked = [{ kind: 'name' as const, count: 1 }];

describe('understandCase', () => {
  const { understood, codedCase, facts } = understandCase(input, masked, vocabulary);

  it('makes facts for the engine of text, codes and laboratory values alike', () => {
    expect(facts).toMatchObject({ patient: { ageYears: 58, sex: 'female' }, setting: 'emergency' });
    const observed = Object.fromEntries(
      facts.observed.map(({ findingId, presence, state }) => [findingId, presence ?? state]),
    );
    expect(observed).toMatchObject({
      dyspnoea: 'present',
      haemoptysis: 'present',
      headache: 'absent',
      smoker: 'present',
      crackles: 'present',
      'c-reactive-protein': 'raised',
    });
  });

  it('quotes the text in what is sealed', () => {
    expect(understood.findings.find(({ findingId }) => findingId === 'dyspnoea')?.source).toMatchObject({
      kind: 'text',
      quote: 'dyspnoea',
    });
    expect(understood.masked).toEqual(masked);
  });

  it('lets no quotation, note, title or laboratory name travel', () => {
    const travelling = JSON.stringify({ codedCase, facts });
    expect(travelling).not.toMatch(/"(quote|note|name|title|narrative)":/);
    expect(travelling).not.toMatch(/flight|weather|war|Tuesday|urine|Agnes|heard|round/);
    expect(codedCase.findings.map(({ findingId }) => findingId)).toEqual(
      understood.findings.map(({ findingId }) => findingId),
    );
    expect(codedCase.labs).toHaveLength(understood.labs.length);
  });

  it('keeps the titles of the stages in what is sealed; only their findings travel', () => {
    expect(understood.stages).toEqual([{ name: 'ward round', findingIds: ['crackles'] }]);
    expect(facts.stages).toEqual([['crackles']]);
  });

  it.each([
    ['emergency', []],
    ['inpatient', ['inpatient-uses-emergency']],
    [undefined, ['setting-not-given']],
  ] as const)('says whose numbers are used where the setting is %s', (setting, expected) => {
    const warned = understandCase({ ...input, setting }, masked, vocabulary).understood.warnings;
    const codes = warned.map(({ code }) => code).filter((code) => /setting|inpatient/.test(code));
    expect(codes).toEqual(expected);
  });

  it('keeps where in the text a finding was read', () => {
    const start = input.narrative?.indexOf('dyspnoea') ?? NaN;
    expect(codedCase.findings.find(({ findingId }) => findingId === 'dyspnoea')?.source).toEqual({
      kind: 'text',
      start,
      end: start + 'dyspnoea'.length,
    });
  });

  it.each([
    [{ language: 'zh', narrative: 'chest pain' }, 'zh'],
    [{ narrative: '患者胸痛，气促。' }, 'zh'],
    [{ narrative: 'chest pain' }, 'en'],
    [{ findings: [{ findingId: 'dyspnoea', presence: 'present' }] }, 'en'],
  ])('knows the language of %j', (given, language) => {
    const read = CaseInput.parse(given);
    expect(understandCase(read, [], vocabulary).codedCase.language).toBe(language);
  });
});

describe('toCase', () => {
  it('shows a stored version in the shape of the public contract', () => {
    const { understood } = understandCase(input, masked, vocabulary);
    const createdAt = new Date('2026-11-20T09:00:00.000Z');
    const corrections = [
      { action: 'reject' as const, findingId: 'fever', version: 2, at: '2026-11-20T09:01:00.000Z' },
    ];
    const shown = toCase({
      caseId: 'id',
      tenantId: 'school',
      version: 2,
      createdAt,
      input,
      understood,
      masked,
      corrections,
      changeId: 'change',
    });
    expect(shown).toMatchObject({
      id: 'id',
      version: 2,
      createdAt: '2026-11-20T09:00:00.000Z',
      language: 'en',
      title: 'Lady of the late flight',
      narrative: input.narrative,
      setting: 'emergency',
      region: null,
      stages: [
        {
          name: 'ward round',
          narrative: 'Crackles were heard by Sister Agnes.',
          findings: [{ findingId: 'crackles', presence: 'present' }],
        },
      ],
      masked,
      corrections,
    });
    expect(shown).not.toHaveProperty('tenantId');
    expect(shown).not.toHaveProperty('changeId');
  });
});
