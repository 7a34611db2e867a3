import { type CodedPassage, type QuestionPayload } from '@openrounds/contracts';
import { answering, knowledgeLibrary } from '../../test/fixtures/doubles';
import { SearchGuidelines } from './search-guidelines';

const META = { tenantId: 'school', requestId: 'request-1' };

function searching(passages: CodedPassage[]) {
  const asked: QuestionPayload<'search-guidelines.v1'>[] = [];
  const services = answering({
    'search-guidelines.v1': (payload) => {
      asked.push(payload);
      return { passages };
    },
  });
  return { search: new SearchGuidelines(services, knowledgeLibrary()), asked };
}

describe('SearchGuidelines', () => {
  it('asks without identities, of the active knowledge', async () => {
    const { search, asked } = searching([]);
    await search.execute(META, { q: 'ask alice@example.org', limit: 5 }, 'en');
    expect(asked).toMatchObject([
      {
        knowledge: knowledgeLibrary().current().bundle.hashes.knowledge,
        diseaseIds: [],
        region: null,
        limit: 5,
      },
    ]);
    expect(JSON.stringify(asked)).not.toContain('alice');
  });

  it('says that nothing was found, also of passages that this version does not hold', async () => {
    for (const passages of [[], [{ passageId: 'no-such', score: 1, forDiseases: [] }]]) {
      const found = await searching(passages).search.execute(META, { disease: 'd', limit: 5 }, 'zh');
      expect(found).toMatchObject({ items: [], nextCursor: null, reason: 'no-evidence-found' });
      expect(found.notice).toContain('人工智能');
    }
  });
});
