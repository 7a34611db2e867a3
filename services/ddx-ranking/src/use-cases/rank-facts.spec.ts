import { CodedAnswer } from '@openrounds/contracts';
import { compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { facts, tinyBundle, versions } from '@openrounds/testing';
import { type Engines } from '../ports/engines';
import { RankFacts } from './rank-facts';

const bundle = tinyBundle();
const engines: Engines = {
  of: () =>
    Promise.resolve({
      bundle,
      knowledge: compileKnowledge(engineKnowledgeFor(bundle, 'emergency')),
      parameters: bundle.calibration.parameters,
    }),
};
const rank = new RankFacts(engines);
const given = (observed: ReturnType<typeof facts.build>['observed']) => ({
  facts: facts.build({ observed }),
  versions: versions.build(),
  options: { topN: 50, includeNextTests: true, caseMix: 'teaching' as const },
});

describe('RankFacts', () => {
  it('ranks facts that belong to no run, the same way each time', async () => {
    const stage = given([{ findingId: 'unilateral-leg-swelling', presence: 'present' }]);
    const ranked = await rank.execute(stage);
    if (ranked.kind !== 'answered') throw new Error(ranked.code);
    expect(CodedAnswer.parse(ranked.answer).differential[0]?.diseaseId).toBe('pulmonary-embolism');
    expect(await rank.execute(stage)).toEqual(ranked);
  });

  it('tells of single tests what the list of next tests says of them', async () => {
    const stage = given([{ findingId: 'unilateral-leg-swelling', presence: 'present' }]);
    const ranked = await rank.execute(stage);
    if (ranked.kind !== 'answered') throw new Error(ranked.code);
    const [first] = ranked.answer.nextTests;
    expect(first).toBeDefined();
    const told = await rank.testsOf(stage, [first?.testId ?? '', 'no-such-test']);
    expect(told).toEqual([{ testId: first?.testId, bits: first?.expectedInformationGain }]);
  });

  it('says why the engine ranks nothing', async () => {
    const ranked = await rank.execute(given([{ findingId: 'no-such-finding', presence: 'present' }]));
    expect(ranked).toMatchObject({ kind: 'rejected', code: expect.any(String) });
  });
});
