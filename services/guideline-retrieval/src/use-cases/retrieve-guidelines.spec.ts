import { type RetrieveGuidelines as Wanted } from '@openrounds/contracts';
import { BundleStore } from '@openrounds/knowledge';
import { runMetas, TestClock, tinyBundle } from '@openrounds/testing';
import { BundlePassages } from '../adapters/bundle-passages';
import { type Retrieval, type RetrievalStore } from '../ports/retrieval-store';
import { RetrieveGuidelines } from './retrieve-guidelines';
import { SearchGuidelines } from './search-guidelines';

const bundle = tinyBundle();
const bundles = new BundleStore('nowhere');
jest.spyOn(bundles, 'get').mockReturnValue(bundle);
const libraries = new BundlePassages(bundles);

class Retrievals implements RetrievalStore {
  readonly saved: Retrieval[] = [];
  erased = false;

  find(tenantId: string, runId: string): Promise<Retrieval | undefined> {
    return Promise.resolve(this.saved.find((each) => each.tenantId === tenantId && each.runId === runId));
  }

  save(retrieval: Retrieval): Promise<'stored' | 'erased'> {
    if (this.erased) return Promise.resolve('erased');
    this.saved.push(retrieval);
    return Promise.resolve('stored');
  }

  erase(): Promise<void> {
    return Promise.resolve();
  }
}

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  meta: runMetas.build(),
  language: 'en',
  region: null,
  diseaseIds: ['pulmonary-embolism', 'costochondritis'],
  findingIds: ['dyspnoea'],
  ...changes,
});

describe('RetrieveGuidelines', () => {
  let retrievals: Retrievals;
  let retrieve: RetrieveGuidelines;

  beforeEach(() => {
    retrievals = new Retrievals();
    retrieve = new RetrieveGuidelines(retrievals, libraries, new TestClock());
  });

  it('finds the passages about the leading diseases, and keeps what it found', async () => {
    const run = wanted();
    const result = await retrieve.execute(run);
    expect(result.passages).toMatchObject([
      { passageId: 'made-up-guideline-1', forDiseases: ['pulmonary-embolism'] },
    ]);
    expect(result.passages[0]?.score).toBeGreaterThan(0);
    expect(await retrieve.execute({ ...run, diseaseIds: ['costochondritis'] })).toEqual(result);
    expect(retrievals.saved).toHaveLength(1);
  });

  it('says that nothing was found rather than fill in', async () => {
    const result = await retrieve.execute(wanted({ diseaseIds: ['costochondritis'], findingIds: [] }));
    expect(result).toEqual({ passages: [], reason: 'no-evidence-found' });
  });

  it('refuses a case that was erased meanwhile', async () => {
    retrievals.erased = true;
    await expect(retrieve.execute(wanted())).rejects.toMatchObject({ code: 'case-erased' });
  });
});

describe('SearchGuidelines', () => {
  const search = (changes: { query?: string; diseaseIds?: string[] }) =>
    new SearchGuidelines(libraries).execute({
      meta: { tenantId: 'school', requestId: 'request-1' },
      knowledge: bundle.hashes.knowledge,
      diseaseIds: [],
      language: 'en',
      region: null,
      limit: 10,
      ...changes,
    });

  it('finds passages by words and by disease', async () => {
    for (const by of [{ query: 'image patients' }, { diseaseIds: ['pulmonary-embolism'] }]) {
      expect((await search(by)).passages.map(({ passageId }) => passageId)).toEqual(['made-up-guideline-1']);
    }
  });

  it('finds nothing by words that stand nowhere', async () => {
    expect(await search({ query: 'zeppelin' })).toEqual({ passages: [] });
  });
});
