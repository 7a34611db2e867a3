import { toEngineCase } from '@openrounds/clinical-language';
import { vocabularyOf } from '@openrounds/knowledge';
import { compiledOnce, tinyBundle } from '@openrounds/testing';
import { judgeVignette, judgeVignettes, type Understand, vignetteSchema } from './vignettes';

const vocabulary = compiledOnce(vocabularyOf(tinyBundle()));
const understand: Understand = (input) => toEngineCase(input, vocabulary);

const vignette = (changes: object) =>
  vignetteSchema.parse({
    id: 'en-1',
    language: 'en',
    form: 'note',
    text: 'A 58-year-old woman has dyspnoea, no headache. C-reactive protein 50 mg/L. Her father had haemoptysis.',
    patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
    expected: { present: ['dyspnoea'], absent: ['headache'], states: { 'c-reactive-protein': 'raised' } },
    values: { 'c-reactive-protein': { number: 50, unit: 'mg/L' } },
    asks: [],
    acceptable: [],
    never: [{ findingId: 'haemoptysis', because: 'family' }],
    ...changes,
  });

describe('judgeVignette', () => {
  it('finds no fault with what is read as a careful reader reads it', () => {
    const verdict = judgeVignette(vignette({}), understand);
    expect(verdict.faults).toEqual([]);
    expect(verdict.present).toEqual({ proposed: 2, proposedRight: 2, wanted: 2, wantedFound: 2 });
    expect(verdict.values).toEqual({ of: 1, right: 1 });
    expect(verdict.patient).toEqual({ of: 2, right: 2 });
  });

  it.each<[string, object, string[]]>([
    [
      'a finding that is not read',
      { text: 'A 58-year-old woman has no headache. C-reactive protein 50 mg/L.' },
      ['missed present: dyspnoea'],
    ],
    [
      'one that nobody told',
      { text: 'A 58-year-old woman has dyspnoea and chest pain, no headache. C-reactive protein 50 mg/L.' },
      ['unfounded present: chest-pain'],
    ],
    [
      'a wrong value with its state',
      { text: 'A 58-year-old woman has dyspnoea, no headache. C-reactive protein 2 mg/L.' },
      [
        'missed present: c-reactive-protein = raised',
        'unfounded absent: c-reactive-protein = normal',
        'value not read: c-reactive-protein 50 mg/L',
      ],
    ],
    ['a wrong age', { patient: { age: { value: 57, unit: 'a' }, sex: 'female' } }, ['patient misread: age']],
    [
      'what is somebody else’s, read as the patient’s',
      {
        text: 'A 58-year-old woman has dyspnoea, no headache. C-reactive protein 50 mg/L. She had haemoptysis.',
        acceptable: ['haemoptysis'],
      },
      ['must not be read as present (family): haemoptysis'],
    ],
    ['a unit that is not asked for', { asks: ['creatinine'] }, ['unit not asked for: creatinine']],
  ])('names %s', (_what, changes, faults) => {
    expect(judgeVignette(vignette(changes), understand).faults).toEqual(faults);
  });
});

describe('judgeVignettes', () => {
  it('adds up by language and names the vignette of each fault', () => {
    const { figures, faults } = judgeVignettes(
      [
        vignette({}),
        vignette({ id: 'zh-1', language: 'zh', expected: { present: [], absent: [], states: {} } }),
      ],
      understand,
    );
    expect(Object.keys(figures)).toEqual(['en', 'zh']);
    expect([figures['en']?.right, figures['zh']?.right]).toEqual([1, 0]);
    expect(faults).toContain('zh-1 unfounded present: dyspnoea');
  });
});
