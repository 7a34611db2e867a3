import { fromFhir } from '@openrounds/interchange';
import { identitiesIn, TRAINING_PATIENTS } from '@openrounds/testing';
import { shippedVocabulary } from '../support/shipped';

it.each(TRAINING_PATIENTS)(
  'the record of $id is read by its codes, and nothing of who it is',
  ({ resources }) => {
    const entry = resources.map((resource) => ({ resource }));
    const document = { resourceType: 'Bundle', type: 'collection', entry };
    const { case: made, rejected, withheld } = fromFhir(document, shippedVocabulary(), { today: new Date() });
    expect((made.findings?.length ?? 0) + (made.labs?.length ?? 0)).toBeGreaterThanOrEqual(8);
    expect(made.patient?.age).not.toBeNull();
    expect(withheld.length).toBeGreaterThan(0);
    // What a hospital's record has too much: remarks above all.
    expect([...new Set(rejected.map(({ code }) => code))]).not.toContain('malformed');
    const taken = JSON.stringify([made, rejected, withheld]);
    for (const identity of identitiesIn(resources)) expect(taken).not.toContain(identity);
  },
);
