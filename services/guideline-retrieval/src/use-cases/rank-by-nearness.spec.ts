import { type EmbedPassagesPayload, type SearchGuidelinesPayload } from '@openrounds/contracts';
import { buildPassageIndex, type Passage, candidatesOf, searchPassages } from '@openrounds/guidelines';
import { TestClock } from '@openrounds/testing';
import { MemoryVectors } from '../../test/doubles/memory-vectors';
import { type Embedder, EmbeddingsUnavailable } from '../ports/embedder';
import { type PassageLibrary, type PassageQuery } from '../ports/passage-libraries';
import { EmbedPassages } from './embed-passages';
import { RankByNearness } from './rank-by-nearness';
import { SearchGuidelines } from './search-guidelines';

const passages = Array.from({ length: 300 }, (_each, at): Passage => ({
  id: `p-${String(at).padStart(3, '0')}`,
  document: `d-${String(at)}`,
  title: { en: 'Guideline' },
  section: { en: 'Section' },
  // Of the three on inhalers the words rank the shortest first.
  text: { en: at < 3 ? `Inhaler ${'technique '.repeat(at)}${String(at)}` : `Dressing number ${String(at)}` },
  forDiseases: [],
  forFindings: [],
  region: 'international',
  year: 2020,
  language: 'en',
}));
const index = buildPassageIndex(passages, []);
const asSearched = ({ region: _any, ...query }: PassageQuery) => query;
const library: PassageLibrary = {
  passages,
  search: (query) =>
    searchPassages(index, asSearched(query)).map(({ passage, score }) => ({
      passageId: passage.id,
      score,
      forDiseases: [],
    })),
  candidates: (query) => candidatesOf(index, asSearched(query)),
};

/** Means the number in a text: the nearest to the question, 2, is the passage with a 2. */
class NumberEmbedder implements Embedder {
  model = 'numbers';
  calls: (readonly string[])[] = [];
  fault: Error | undefined;

  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    this.calls.push(texts);
    if (this.fault !== undefined) return Promise.reject(this.fault);
    return Promise.resolve(
      texts.map((text) => {
        const angle = Number(/\d+/.exec(text)?.[0] ?? 2) / 100;
        return [Math.cos(angle), Math.sin(angle)];
      }),
    );
  }
}

describe('ranking by vectors', () => {
  const clock = new TestClock();
  let embedder: NumberEmbedder;
  let vectors: MemoryVectors;
  let jobs: { readonly payload: EmbedPassagesPayload; readonly key: string }[];
  let search: SearchGuidelines;
  let embedding: EmbedPassages;

  beforeEach(() => {
    [embedder, vectors, jobs] = [new NumberEmbedder(), new MemoryVectors(), []];
    const libraries = { of: () => Promise.resolve(library) };
    const queue = {
      embed: (payload: EmbedPassagesPayload, key: string) => {
        if (jobs.every((job) => job.key !== key)) jobs.push({ payload, key });
        return Promise.resolve();
      },
    };
    const nearness = new RankByNearness(embedder, vectors, queue, clock, { warn: () => undefined });
    search = new SearchGuidelines(libraries, nearness);
    embedding = new EmbedPassages(embedder, libraries, vectors, queue, clock);
  });

  const asked = (changes: Partial<SearchGuidelinesPayload> = {}): SearchGuidelinesPayload => ({
    meta: { tenantId: 'school', requestId: 'request-1' },
    knowledge: 'hash',
    query: 'inhaler',
    diseaseIds: [],
    language: 'en',
    region: null,
    limit: 10,
    ...changes,
  });
  const found = async (changes: Partial<SearchGuidelinesPayload> = {}) => {
    const { passages: hits, vectors: ranked } = await search.execute(asked(changes));
    return { ids: hits.map(({ passageId }) => passageId), vectors: ranked };
  };
  const embedAll = async () => {
    for (let at = 0; at < jobs.length; at += 1) {
      const job = jobs[at];
      if (job !== undefined) await embedding.execute(job.payload);
    }
  };

  it('has a corpus embedded in batches, once, and goes by the words meanwhile', async () => {
    const byWords = await found();
    expect(byWords).toEqual({ ids: ['p-000', 'p-001', 'p-002'], vectors: 'unavailable' });
    await found();
    expect(jobs).toHaveLength(1);
    await embedAll();
    expect(jobs.map(({ payload }) => payload.part)).toEqual([0, 1, 2]);
    expect(embedder.calls.map(({ length }) => length)).toEqual([...Array<number>(18).fill(16), 12]);
    await embedAll();
    expect(embedder.calls).toHaveLength(19);
  });

  it('fuses both orders, and finds nothing that the words did not find', async () => {
    await found();
    await embedAll();
    const { ids, vectors: ranked } = await found();
    expect(ranked).toBe('used');
    // By words 0, 1, 2, by vectors 2, 1, 0: the ends are worth more than twice the middle.
    expect(ids).toEqual(['p-000', 'p-002', 'p-001']);
    expect((await search.execute(asked())).passages[0]?.score).toBeCloseTo(1 / 61 + 1 / 63, 12);
    expect(await found({ query: 'dialysis' })).toEqual({ ids: [], vectors: undefined });
  });

  it('goes by the words where the endpoint fails, and leaves it alone for a while', async () => {
    await found();
    await embedAll();
    embedder.fault = new EmbeddingsUnavailable('timeout');
    expect(await found()).toEqual({ ids: ['p-000', 'p-001', 'p-002'], vectors: 'unavailable' });
    const calls = embedder.calls.length;
    embedder.fault = undefined;
    expect((await found()).vectors).toBe('unavailable');
    expect(embedder.calls).toHaveLength(calls);
    clock.advance(30);
    expect((await found()).vectors).toBe('used');
  });

  it('goes by the words where the model changed under its name', async () => {
    await found();
    await embedAll();
    embedder.embed = () => Promise.resolve([[1, 2, 3]]);
    expect((await found()).vectors).toBe('unavailable');
  });

  it('sends the question and passages, and nothing where it is off or has no words', async () => {
    await found({ query: undefined, diseaseIds: [] });
    const off = new RankByNearness(
      undefined,
      vectors,
      { embed: () => Promise.reject(new Error('off')) },
      clock,
      {
        warn: () => undefined,
      },
    );
    const without = new SearchGuidelines({ of: () => Promise.resolve(library) }, off);
    expect(await without.execute(asked())).not.toHaveProperty('vectors');
    expect(embedder.calls).toEqual([]);
    expect(jobs).toEqual([]);
  });
});
