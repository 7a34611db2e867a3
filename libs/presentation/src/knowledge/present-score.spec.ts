import { ComputedScore, ScoreSummary, type Language } from '@openrounds/contracts';
import { evaluateScore } from '@openrounds/ddx-engine';
import { tinyBundleWithScore } from '@openrounds/testing';
import { presentScore, presentScoreSummary } from './present-score';

const bundle = tinyBundleWithScore();
const [score] = bundle.scores;
if (score === undefined) throw new Error('the small knowledge base has no score');
const LANGUAGES: Language[] = ['en', 'zh'];

const computed = (values: Parameters<typeof evaluateScore>[1], language: Language = 'en') =>
  presentScore({ score, values, result: evaluateScore(score, values) }, bundle, language);

describe('presentScoreSummary', () => {
  it.each(LANGUAGES)('keeps to the contract (%s)', (language) => {
    const summary = presentScoreSummary(score, bundle, language);
    expect(ScoreSummary.parse(summary)).toEqual(summary);
  });

  it('tells inputs with unit and range, bands with their sources, and what the score can be', () => {
    const summary = presentScoreSummary(score, bundle, 'en');
    expect(summary.range).toEqual({ min: 0, max: 9 });
    expect(summary.inputs.find(({ id }) => id === 'age')).toEqual({
      id: 'age',
      name: 'Age',
      type: 'number',
      unit: 'a',
      range: { min: 18, max: 120, whole: false },
    });
    expect(summary.inputs.find(({ id }) => id === 'sex')?.options).toContainEqual({
      code: 'male',
      name: 'Male',
    });
    expect(summary.interpretation).toEqual([
      { below: 4, text: 'Low', source: 'A study that exists in this test only' },
      { text: 'High', source: 'estimate' },
    ]);
  });
});

describe('presentScore', () => {
  const all = {
    'pleuritic-pain': true,
    'leg-swelling': true,
    age: 70,
    crp: 5,
    sex: 'male',
    onset: 'gradual',
  };

  it.each(LANGUAGES)('keeps to the contract (%s)', (language) => {
    for (const values of [all, { age: 70 }, {}]) {
      const shown = computed(values, language);
      expect(ComputedScore.parse(shown)).toEqual(shown);
    }
  });

  it('reads a value by its band', () => {
    expect(computed(all)).toMatchObject({ value: 5, interpretation: 'High', missing: [] });
  });

  it('says what is still possible while inputs are missing', () => {
    const shown = computed({ ...all, crp: null }, 'zh');
    expect(shown.value).toEqual({ min: 3, max: 5 });
    expect(shown.interpretation).toBe('信息不全，尚有可能：低 | 高');
    expect(shown.inputs.find(({ id }) => id === 'crp')).toEqual({
      id: 'crp',
      name: 'C反应蛋白',
      value: null,
      unit: 'mg/dL',
    });
  });
});
