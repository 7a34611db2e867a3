import { newId } from '@openrounds/platform';
import { Factory } from 'fishery';
import { type Retrieval, type RetrievalStore } from '../../src/ports/retrieval-store';

const retrievals = Factory.define<Retrieval>(() => ({
  runId: newId(),
  caseId: newId(),
  tenantId: 'school',
  retrievedAt: new Date('2026-11-20T09:00:00.000Z'),
  result: { passages: [{ passageId: 'p-1', score: 3.25, forDiseases: ['pulmonary-embolism'] }] },
}));

/** What every store of retrievals does; `open` gives one that may hold others' retrievals. */
export const itKeepsRetrievals = (open: () => RetrievalStore): void => {
  let store: RetrievalStore;

  beforeAll(() => {
    store = open();
  });

  it('keeps what was found first for a run, for its tenant only', async () => {
    const retrieval = retrievals.build();
    await store.save(retrieval);
    await store.save({ ...retrieval, result: { passages: [], reason: 'no-evidence-found' } });
    expect(await store.find('school', retrieval.runId)).toEqual(retrieval);
    expect(await store.find('other', retrieval.runId)).toBeUndefined();
  });

  it('keeps that nothing was found', async () => {
    const retrieval = {
      ...retrievals.build(),
      result: { passages: [], reason: 'no-evidence-found' as const },
    };
    await store.save(retrieval);
    expect((await store.find('school', retrieval.runId))?.result).toEqual(retrieval.result);
  });

  it('erases the retrievals of a case, and refuses one that comes late', async () => {
    const retrieval = retrievals.build();
    const bystander = retrievals.build();
    await store.save(retrieval);
    await store.save(bystander);
    await store.erase('other', retrieval.caseId);
    expect(await store.find('school', retrieval.runId)).toEqual(retrieval);
    await store.erase('school', retrieval.caseId);
    expect(await store.find('school', retrieval.runId)).toBeUndefined();
    expect(await store.save(retrieval)).toBe('erased');
    expect(await store.find('school', bystander.runId)).toEqual(bystander);
  });

  it('lets nothing slip in while a case is erased', async () => {
    const racing = retrievals.buildList(6);
    await Promise.all(racing.flatMap((each) => [store.save(each), store.erase('school', each.caseId)]));
    const left = await Promise.all(racing.map(({ runId }) => store.find('school', runId)));
    expect(left).toEqual(racing.map(() => undefined));
  });
};
