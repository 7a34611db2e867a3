import {
  type DraftScore,
  removeFolders,
  tinyKnowledge,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { tinyScore } from '../../test/fixture/tiny-score';
import { checkKnowledge } from './check-knowledge';

afterAll(removeFolders);

/** The problems with a changed score, by rule and message. */
function problemsOf(change: (score: DraftScore) => void): string[] {
  const draft = tinyKnowledge();
  const score = tinyScore();
  change(score);
  draft.scores.push(score);
  return checkKnowledge(writeKnowledge(draft))
    .problems.filter(({ file }) => file.startsWith('scores/'))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const input = (score: DraftScore, id: string) => {
  const found = score.inputs.find((one) => one.id === id);
  if (!found) throw new Error(`there is no input ${id}`);
  return found;
};

describe('the check of scores', () => {
  it('accepts a sound score', () => {
    expect(problemsOf(() => undefined)).toEqual([]);
  });

  it.each<[string, (score: DraftScore) => void]>([
    ['scores: "age" is used twice', (score) => score.steps?.push({ id: 'age', value: 1 })],
    ['scores: there is no number "pulse" here', (score) => (score.value = { sum: [score.value, 'pulse'] })],
    [
      'scores: there is no boolean "age" here',
      (score) => (score.value = { sum: [score.value, { count: ['age'] }] }),
    ],
    [
      'scores: there is no number "later" here',
      (score) =>
        (score.steps = [{ id: 'early', value: 'later' }, { id: 'later', value: 1 }, ...(score.steps ?? [])]),
    ],
    ['scores: "crp" is not used', (score) => (score.steps = [{ id: 'inflammation', value: 1 }])],
    [
      'scores: "sex" has no option "unknown"',
      (score) =>
        (score.value = { sum: [score.value, { points: 1, when: { choice: 'sex', is: ['unknown'] } }] }),
    ],
    [
      'scores: option "male" of "sex" has no value',
      (score) => (score.value = { sum: [score.value, { choose: 'sex', from: { female: 1 } }] }),
    ],
    [
      'scores: every band but the last needs below or upTo',
      (score) => score.interpretation.unshift({ text: { en: 'All', zh: '全部' } }),
    ],
    [
      'scores: the last band has no end',
      (score) => (score.interpretation = score.interpretation.slice(0, 1)),
    ],
    [
      'scores: bands must ascend',
      (score) => score.interpretation.splice(1, 0, { below: 4, text: { en: 'Same', zh: '同' } }),
    ],
    [
      'scores: no input leads to this band',
      (score) => score.interpretation.splice(1, 0, { below: 99, text: { en: 'High', zh: '高' } }),
    ],
    [
      'scores: within the ranges of its inputs the score is not always a number',
      (score) => (score.value = { quotient: [score.value, { difference: ['age', 20] }] }),
    ],
    ['scores: a quantity needs a UCUM unit', (score) => (score.scale = 'quantity')],
    [
      'scores: "parsecs" is not a UCUM unit',
      (score) => Object.assign(input(score, 'age'), { unit: 'parsecs' }),
    ],
    [
      'scores: mg/L of "c-reactive-protein" cannot be converted to s',
      (score) => Object.assign(input(score, 'crp'), { unit: 's' }),
    ],
    [
      'scores: "illness-onset" has no state "sudden"',
      (score) =>
        Object.assign(input(score, 'onset'), {
          prefill: { finding: 'illness-onset', options: { sudden: 'sudden' } },
        }),
    ],
    [
      'scores: "illness-onset" is categorical: say in which states',
      (score) => Object.assign(input(score, 'leg-swelling'), { prefill: { findings: ['illness-onset'] } }),
    ],
    [
      'finding-references: there is no finding "made-up"',
      (score) => Object.assign(input(score, 'leg-swelling'), { prefill: { findings: ['made-up'] } }),
    ],
    ['disease-references: there is no disease "made-up"', (score) => score.forDiseases?.push('made-up')],
    ['sources: there is no source "made-up" in sources.yaml', (score) => (score.source = 'made-up')],
    ['score-examples: comes out as 0', (score) => Object.assign(score.examples[0] ?? {}, { value: 1 })],
    [
      'score-examples: comes out as 0 to 9',
      (score) => Object.assign(score.examples[3] ?? {}, { range: [0, 8] }),
    ],
    [
      'score-examples: age: out-of-range',
      (score) => Object.assign(score.examples[0]?.inputs ?? {}, { age: 17 }),
    ],
  ])('reports: %s', (problem, change) => {
    expect(problemsOf(change)).toContain(problem);
  });

  it.each<[string, (score: DraftScore) => void]>([
    ['an operator that it does not know', (score) => Object.assign(score, { value: { eval: 'age' } })],
    ['a comparison without a limit', (score) => (score.value = { count: [{ number: 'age' }] })],
    ['fewer than four examples', (score) => score.examples.pop()],
    ['an empty range', (score) => Object.assign(input(score, 'age'), { range: [5, 5] })],
  ])('refuses %s by the schema', (_, change) => {
    expect(problemsOf(change)).toContainEqual(expect.stringMatching(/^schema: /));
  });
});
