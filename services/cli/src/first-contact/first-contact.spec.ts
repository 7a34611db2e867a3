import { type EngineReadyCase, type ObservedFinding } from '@openrounds/clinical-language';
import { strangersSentencesSchema } from './sets';
import { judgeSentences } from './sentence-figures';
import { type CaseRanker } from '../ranking/case-ranker';

const finding = (id: string, kind: string, parent?: string) => ({ id, kind, ...(parent && { parent }) });
const bundle = {
  findings: [
    finding('cough', 'symptom'),
    finding('dry-cough', 'symptom', 'cough'),
    finding('fever', 'sign'),
    finding('known-stroke', 'history'),
    finding('sodium', 'lab'),
  ],
  diseases: [],
  panels: [],
  tests: [],
  problems: [],
  scores: [],
  sources: [],
  guidelines: { documents: [], passages: [] },
};

const MONTH_OLD_GIRL = { age: { value: 1, unit: 'mo' }, sex: 'female', pregnant: null };

function judged(
  observed: ObservedFinding[],
  text: object,
  patient: object = MONTH_OLD_GIRL,
  warnings: readonly object[] = [],
) {
  const ready = {
    observed,
    understood: {
      findings: [],
      labs: [{ findingId: 'sodium', value: { number: 131 } }],
      patient,
      warnings,
    },
  } as unknown as EngineReadyCase;
  const ranker = { bundle, understand: () => ({ ready }) } as unknown as CaseRanker;
  const sentences = strangersSentencesSchema.parse({
    id: 'x',
    language: 'en',
    construction: 'denial',
    text: 'Text.',
    ...text,
  });
  return judgeSentences([sentences], ranker)['en denial'];
}

const concept = (assertion: string, ...findings: string[]) => ({
  quote: 'x',
  concept: 'x',
  assertion,
  findings,
});

describe('judgeSentences', () => {
  it('takes a kind of a finding for it, and counts what is not found apart from what is asserted wrongly', () => {
    const figures = judged([{ findingId: 'dry-cough', presence: 'absent', certainty: 1 }], {
      concepts: [concept('present', 'cough'), concept('present', 'fever'), concept('absent')],
    });
    expect(figures).toMatchObject({
      found: { of: 2, right: 1 },
      asserted: { of: 1, right: 0 },
      presentAsAbsent: { of: 1, right: 1 },
      notPresentAsPresent: { of: 0 },
    });
  });

  it('holds against a reader what is planned or of others and read as present, but not a history of the past', () => {
    const figures = judged(
      [
        { findingId: 'fever', presence: 'present', certainty: 1 },
        { findingId: 'known-stroke', presence: 'present', certainty: 1 },
      ],
      { concepts: [concept('planned', 'fever'), concept('past', 'known-stroke')] },
    );
    expect(figures).toMatchObject({
      asserted: { of: 2, right: 1 },
      notPresentAsPresent: { of: 2, right: 1 },
    });
  });

  it('wants the number of a value with its finding, and all of a patient', () => {
    const value = { quote: 'x', test: 'sodium', unit: null, flag: 'low', findings: ['sodium'] };
    expect(
      judged([], {
        values: [
          { ...value, value: 131 },
          { ...value, value: 130 },
        ],
        patient: MONTH_OLD_GIRL,
      }),
    ).toMatchObject({ values: { of: 2, right: 1 }, patients: { of: 1, right: 1 } });
  });

  it.each([
    [94, 1],
    [90, 1],
    [89, 0],
  ])('takes an age of 90 as read for the key %i in %i of one', (years, right) => {
    const old = { age: { value: 90, unit: 'a' }, sex: 'female', pregnant: null };
    const told = { ...old, age: { value: years, unit: 'a' } };
    expect(judged([], { patient: told }, old)).toMatchObject({ patients: { of: 1, right } });
  });

  it('takes seven and a half for the age of seven', () => {
    const child = { age: { value: 90, unit: 'mo' }, sex: 'male', pregnant: null };
    const told = { ...child, age: { value: 7, unit: 'a' } };
    expect(judged([], { patient: told }, child)).toMatchObject({ patients: { of: 1, right: 1 } });
  });

  it.each([
    ['told roughly', [{ code: 'age-told-roughly' }], 1],
    ['told', [], 0],
  ])('takes an age that is read as %s for none in %#', (_, warnings, right) => {
    const sixties = { age: { value: 60, unit: 'a' }, sex: 'female', pregnant: null };
    const told = { ...sixties, age: null };
    expect(judged([], { patient: told }, sixties, warnings)).toMatchObject({ patients: { of: 1, right } });
  });
});
