import { binary, BLOOD, caseOf, disease, FILM, knowledge, PARAMETERS, valueOf } from '../../test/fixtures';
import { answer } from '../answer/answer';
import { compileKnowledge } from '../compile/compile-knowledge';
import { informationOfTests } from './information-of-tests';

const COMPILED = compileKnowledge(
  knowledge(
    [binary('fever', 0.2), binary('consolidation', 0.05), binary('effusion', 0.04), binary('crp', 0.3)],
    [
      disease('pneumonia', 0.02, { fever: 0.8, consolidation: 0.9, effusion: 0.3, crp: 0.7 }),
      disease('failure', 0.02, { effusion: 0.5, consolidation: 0.1 }),
      disease('migraine', 0.05, { fever: 0.02 }),
    ],
    { tests: [FILM, BLOOD] },
  ),
);
const bits = (observed: Parameters<typeof caseOf>[0], testIds: readonly string[]) =>
  valueOf(informationOfTests(COMPILED, PARAMETERS, caseOf(observed), testIds));

describe('what single tests may tell', () => {
  it('is what the list of next tests says of them, in the order asked for', () => {
    const { nextTests } = valueOf(answer(COMPILED, PARAMETERS, caseOf({ fever: 'present' })));
    const listed = new Map(nextTests.map((test) => [test.testId, test.expectedInformationGain]));
    expect(listed.size).toBe(2);
    const asked = bits({ fever: 'present' }, ['blood', 'nothing-we-know', 'chest-film']);
    expect(asked.map(({ testId }) => testId)).toEqual(['blood', 'chest-film']);
    for (const one of asked) expect(one.bits).toBeCloseTo(listed.get(one.testId) ?? NaN, 12);
  });

  it('is nothing where its results are known', () => {
    expect(bits({ crp: 'present' }, ['blood'])).toEqual([{ testId: 'blood', bits: 0 }]);
  });
});
