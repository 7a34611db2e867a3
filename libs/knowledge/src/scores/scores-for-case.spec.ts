import { removeFolders, tinyKnowledge, writeKnowledge } from '../../test/fixture/tiny-knowledge';
import { tinyScore } from '../../test/fixture/tiny-score';
import { compileBundle } from '../build/compile-bundle';
import { loadKnowledge } from '../load/load-knowledge';
import { type ScoreCase } from './case-facts';
import { readScoreValues } from './read-score-values';
import { scoresForCase } from './scores-for-case';

afterAll(removeFolders);

function bundle() {
  const draft = tinyKnowledge();
  draft.scores.push(tinyScore());
  return compileBundle(loadKnowledge(writeKnowledge(draft)).folder).bundle;
}

const KNOWLEDGE = bundle();
const NOBODY: ScoreCase = { patient: {}, findings: [], labs: [] };
const filled = (more: Partial<ScoreCase>, diseases = ['pulmonary-embolism']) =>
  scoresForCase(KNOWLEDGE, diseases, { ...NOBODY, ...more });
const answers = (more: Partial<ScoreCase>) => filled(more)[0]?.values;

describe('scoresForCase', () => {
  it('fills in what the case says and computes the rest as a range', () => {
    const [score] = filled({
      patient: { ageYears: 70, sex: 'female' },
      findings: [
        { findingId: 'pleuritic-chest-pain', presence: 'present' },
        { findingId: 'illness-onset', value: { code: 'gradual' } },
      ],
      labs: [{ findingId: 'c-reactive-protein', value: 8, unit: 'mg/L' }],
    });
    expect(score?.values).toEqual({
      'pleuritic-pain': true,
      'leg-swelling': null,
      age: 70,
      crp: 0.8,
      sex: 'female',
      onset: 'gradual',
    });
    expect(score?.result).toEqual({ min: 3, max: 4, missing: ['leg-swelling'] });
  });

  it.each([
    ['present', { findingId: 'pleuritic-chest-pain', presence: 'present' }, true],
    ['absent', { findingId: 'pleuritic-chest-pain', presence: 'absent' }, false],
    ['only suspected', { findingId: 'pleuritic-chest-pain', presence: 'present', certainty: 0.7 }, null],
    ['not known', { findingId: 'pleuritic-chest-pain', presence: 'unknown' }, null],
    [
      'an instance of what is absent but denies nothing',
      { findingId: 'chest-pain', presence: 'absent' },
      null,
    ],
  ] as const)('a finding that is %s', (_, finding, answer) => {
    const swollen = { findingId: 'unilateral-leg-swelling', presence: 'present' } as const;
    expect(answers({ findings: [finding, swollen] })).toMatchObject({ 'pleuritic-pain': answer });
  });

  it('takes the latest value of a test, in the unit of its finding', () => {
    const crp = { findingId: 'c-reactive-protein', unit: 'mg/L' };
    const labs = [
      { ...crp, value: 8 },
      { ...crp, value: 20, superseded: true },
    ];
    expect(answers({ labs })).toMatchObject({ crp: 0.8 });
    const odd = { ...crp, value: 77, unit: 'mmol/mol', quantity: { number: 30, unit: 'mg/L' } };
    expect(answers({ labs: [odd] })).toMatchObject({ crp: 3 });
  });

  it('takes no absence for an answer where absence does not deny', () => {
    const findings = [
      { findingId: 'unilateral-leg-swelling', presence: 'absent' },
      { findingId: 'pleuritic-chest-pain', presence: 'absent' },
    ] as const;
    expect(answers({ findings })).toMatchObject({ 'leg-swelling': null, 'pleuritic-pain': false });
  });

  it('takes no presence for an answer where the finding is wider than the question', () => {
    const draft = tinyKnowledge();
    const score = tinyScore();
    Object.assign(score.inputs[0] ?? {}, {
      prefill: { findings: ['pleuritic-chest-pain'], presenceAffirms: false },
    });
    draft.scores.push(score);
    const knowledge = compileBundle(loadKnowledge(writeKnowledge(draft)).folder).bundle;
    const answerTo = (presence: 'present' | 'absent') =>
      scoresForCase(knowledge, ['pulmonary-embolism'], {
        ...NOBODY,
        findings: [
          { findingId: 'pleuritic-chest-pain', presence },
          { findingId: 'unilateral-leg-swelling', presence: 'present' },
        ],
      })[0]?.values['pleuritic-pain'];
    expect([answerTo('present'), answerTo('absent')]).toEqual([null, false]);
  });

  it.each([
    ['present', 'present', true],
    ['present', undefined, null],
    ['present', 'absent', null],
    ['absent', undefined, null],
    ['absent', 'absent', false],
  ] as const)('where a question asks for two findings together: %s and %s', (one, other, answer) => {
    const draft = tinyKnowledge();
    const score = tinyScore();
    const asked = ['pleuritic-chest-pain', 'haemoptysis'];
    Object.assign(score.inputs[0] ?? {}, { prefill: { findings: asked, presenceAffirms: 'together' } });
    draft.scores.push(score);
    const knowledge = compileBundle(loadKnowledge(writeKnowledge(draft)).folder).bundle;
    const findings = [one, other].flatMap((presence, place) =>
      presence === undefined ? [] : { findingId: asked[place] ?? '', presence },
    );
    const swollen = { findingId: 'unilateral-leg-swelling', presence: 'present' } as const;
    const [filledIn] = scoresForCase(knowledge, ['pulmonary-embolism'], {
      ...NOBODY,
      findings: [...findings, swollen],
    });
    expect(filledIn?.values['pleuritic-pain']).toBe(answer);
  });

  it('shows no score of which only age and sex are known', () => {
    expect(filled({ patient: { ageYears: 70, sex: 'female' } })).toEqual([]);
  });

  it('shows no score that was not made for such a patient', () => {
    const findings = [{ findingId: 'pleuritic-chest-pain', presence: 'present' }] as const;
    expect(filled({ findings, patient: { ageYears: 18 } })).toHaveLength(1);
    expect(filled({ findings, patient: { ageYears: 17 } })).toEqual([]);
  });

  it('shows scores for the diseases asked for, each once', () => {
    const findings = [{ findingId: 'pleuritic-chest-pain', presence: 'present' }] as const;
    expect(filled({ findings }, ['costochondritis'])).toEqual([]);
    expect(filled({ findings }, ['pulmonary-embolism', 'pulmonary-embolism'])).toHaveLength(1);
  });
});

describe('readScoreValues', () => {
  const [score] = KNOWLEDGE.scores;
  if (score === undefined) throw new Error('the fixture has no score');

  it('converts to the unit of the input', () => {
    const given = { crp: { value: 50, unit: 'mg/L' }, age: 40, sex: null };
    expect(readScoreValues(KNOWLEDGE, score, given)).toEqual({
      values: { crp: 5, age: 40, sex: null },
      notConvertible: [],
    });
  });

  it.each([
    ['crp', 'mm'],
    ['sex', 'a'],
  ])('does not convert %s from %s', (id, unit) => {
    expect(readScoreValues(KNOWLEDGE, score, { [id]: { value: 1, unit } }).notConvertible).toEqual([id]);
  });
});
