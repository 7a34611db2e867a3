import {
  type CodedPassage,
  DomainError,
  type QuestionPayload,
  type ReadQuestionResult,
} from '@openrounds/contracts';
import { answering, knowledgeLibrary } from '../../test/fixtures/doubles';
import { SearchGuidelines } from './search-guidelines';

const META = { tenantId: 'school', requestId: 'request-1' };

const READ: ReadQuestionResult = { diseaseIds: ['gout'], facts: [{ findingId: 'joint-pain' }], ageYears: 60 };

function searching(passages: CodedPassage[]) {
  const asked: QuestionPayload<'search-guidelines.v1'>[] = [];
  const readings: string[] = [];
  const services = answering({
    'read-question.v1': ({ question }) => {
      readings.push(question);
      return READ;
    },
    'search-guidelines.v1': (payload) => {
      asked.push(payload);
      return { passages };
    },
  });
  return { search: new SearchGuidelines(services, knowledgeLibrary()), asked, readings };
}

describe('SearchGuidelines', () => {
  it('asks without identities, of the active knowledge', async () => {
    const { search, asked, readings } = searching([]);
    await search.execute(META, { q: 'ask alice@example.org', limit: 5 }, 'en');
    expect(asked).toMatchObject([
      {
        knowledge: knowledgeLibrary().current().bundle.hashes.knowledge,
        read: READ,
        diseaseIds: [],
        region: null,
        limit: 5,
      },
    ]);
    expect(readings).toHaveLength(1);
    expect(JSON.stringify([asked, readings])).not.toContain('alice');
  });

  it('looks up the words alone while nobody can read the question', async () => {
    const asked: QuestionPayload<'search-guidelines.v1'>[] = [];
    const services = answering({
      'read-question.v1': () => {
        throw new DomainError('dependency-unavailable');
      },
      'search-guidelines.v1': (payload) => {
        asked.push(payload);
        return { passages: [] };
      },
    });
    await new SearchGuidelines(services, knowledgeLibrary()).execute(META, { q: 'gout', limit: 5 }, 'en');
    expect(asked).toMatchObject([{ query: 'gout', read: undefined }]);
  });

  it('says that nothing was found, also of passages that this version does not hold', async () => {
    for (const passages of [[], [{ passageId: 'no-such', score: 1, forDiseases: [] }]]) {
      const found = await searching(passages).search.execute(META, { disease: 'd', limit: 5 }, 'zh');
      expect(found).toMatchObject({ items: [], nextCursor: null, reason: 'no-evidence-found' });
      expect(found.notice).toContain('人工智能');
    }
  });
});
