import { MAX_TABLE_DISEASES, OutcomeTable } from '@openrounds/contracts';
import { compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { facts, tinyBundle, versions } from '@openrounds/testing';
import { type Engines } from '../ports/engines';
import { TabulateOutcomes } from './tabulate-outcomes';

const bundle = tinyBundle();
const knowledge = compileKnowledge(engineKnowledgeFor(bundle, 'emergency'));
const engines: Engines = {
  of: () => Promise.resolve({ bundle, knowledge, parameters: bundle.calibration.parameters }),
};
const table = (observed: ReturnType<typeof facts.build>['observed']) =>
  new TabulateOutcomes(engines).execute({
    meta: { tenantId: 'school', requestId: 'request-1' },
    versions: versions.build(),
    facts: facts.build({ observed }),
    diseaseIds: bundle.diseases.slice(0, MAX_TABLE_DISEASES).map(({ id }) => id),
    testIds: bundle.tests.map(({ id }) => id),
  });

describe('TabulateOutcomes', () => {
  it('tells each result by disease, in few digits', async () => {
    const { tests } = OutcomeTable.parse(await table([]));
    expect(tests.length).toBeGreaterThan(0);
    for (const { elsewhere, given } of tests)
      for (const chances of [elsewhere, ...given.map((row) => row.chances)]) {
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5);
        for (const chance of chances) expect(String(chance).length).toBeLessThan(15);
      }
  });

  it('refuses what cannot be ranked', async () => {
    const odd = table([{ findingId: 'no-such-finding', presence: 'present' }]);
    await expect(odd).rejects.toMatchObject({ code: 'case-not-understood' });
  });
});
