import { type RetrieveGuidelinesPayload } from '@openrounds/contracts';
import { runMetas, TestClock } from '@openrounds/testing';
import { MemoryRetrievals } from '../../test/doubles/memory-retrievals';
import { type PassageHit, type PassageLibraries, type PassageQuery } from '../ports/passage-libraries';
import { RetrieveGuidelines } from './retrieve-guidelines';
import { SearchGuidelines } from './search-guidelines';

const HIT: PassageHit = { passageId: 'p-1', score: 2.5, forDiseases: ['pulmonary-embolism'] };

const NO_VECTORS = { isOn: false, rank: () => Promise.resolve('off' as const) };

/** One passage about one disease, and the queries that came for it. */
class Libraries implements Pick<PassageLibraries, 'of'> {
  readonly asked: PassageQuery[] = [];
  readonly versions: string[] = [];

  of(knowledgeHash: string, tenantId: string) {
    this.versions.push(`${knowledgeHash} for ${tenantId}`);
    const search = (query: PassageQuery) => {
      this.asked.push(query);
      return query.diseaseIds.includes('pulmonary-embolism') ? [HIT] : [];
    };
    return Promise.resolve({ passages: [], search, candidates: () => [] });
  }
}

const wanted = (changes: Partial<RetrieveGuidelinesPayload> = {}): RetrieveGuidelinesPayload => ({
  meta: runMetas.build(),
  report: false,
  language: 'en',
  region: null,
  diseaseIds: ['pulmonary-embolism', 'costochondritis'],
  findingIds: ['dyspnoea'],
  ...changes,
});

describe('RetrieveGuidelines', () => {
  let retrievals: MemoryRetrievals;
  let libraries: Libraries;
  let retrieve: RetrieveGuidelines;

  beforeEach(() => {
    retrievals = new MemoryRetrievals();
    libraries = new Libraries();
    retrieve = new RetrieveGuidelines(retrievals, libraries, new TestClock());
  });

  it('asks the run’s own knowledge version, and its tenant’s documents, about its leading diseases and findings', async () => {
    const run = wanted();
    await retrieve.execute(run);
    expect(libraries.versions).toEqual([`${run.meta.versions.knowledge} for ${run.meta.tenantId}`]);
    const { language, region, diseaseIds, findingIds } = run;
    expect(libraries.asked).toEqual([{ language, region, diseaseIds, findingIds, limit: 8 }]);
  });

  it('keeps what it found, and finds it again instead of searching twice', async () => {
    const run = wanted();
    const result = await retrieve.execute(run);
    expect(result).toEqual({ passages: [HIT] });
    expect(await retrieve.execute({ ...run, diseaseIds: ['costochondritis'] })).toEqual(result);
    expect(libraries.asked).toHaveLength(1);
  });

  it('says that nothing was found rather than fill in', async () => {
    const result = await retrieve.execute(wanted({ diseaseIds: ['costochondritis'] }));
    expect(result).toEqual({ passages: [], reason: 'no-evidence-found' });
  });

  it('refuses a case that was erased meanwhile', async () => {
    const run = wanted();
    await retrievals.erase(run.meta.tenantId, run.meta.caseId);
    await expect(retrieve.execute(run)).rejects.toMatchObject({ code: 'case-erased' });
  });
});

describe('SearchGuidelines', () => {
  it('hands the search on without findings, and its hits back', async () => {
    const libraries = new Libraries();
    const meta = { tenantId: 'school', requestId: 'request-1' };
    const asked = {
      query: 'image',
      diseaseIds: ['pulmonary-embolism'],
      language: 'en',
      region: null,
      limit: 10,
    } as const;
    const search = { ...asked, diseaseIds: [...asked.diseaseIds], meta, knowledge: 'hash' };
    expect(await new SearchGuidelines(libraries, NO_VECTORS).execute(search)).toEqual({ passages: [HIT] });
    expect(libraries.versions).toEqual(['hash for school']);
    expect(libraries.asked).toMatchObject([{ ...asked, findingIds: [] }]);
  });
});
