import { entry, removeFolders, tinyKnowledge, writeKnowledge } from '../../test/fixture/tiny-knowledge';
import { compileBundle } from '../build/compile-bundle';
import { loadKnowledge } from '../load/load-knowledge';
import { type KnowledgeBundle } from './knowledge-bundle';
import { lookupOf } from './lookup';
import { searchFindings } from './search-findings';

afterAll(removeFolders);

function bundle(): KnowledgeBundle {
  const draft = tinyKnowledge();
  entry(draft.findings, 'dyspnoea').synonyms = {
    en: ['short of breath', 'Breathlessness'],
    zh: ['喘不上气'],
  };
  entry(draft.findings, 'haemoptysis').synonyms = { en: ['coughing up blood'], zh: ['咳血'] };
  entry(draft.findings, 'c-reactive-protein').stateSynonyms = { raised: { en: ['inflamed'] } };
  return compileBundle(loadKnowledge(writeKnowledge(draft)).folder).bundle;
}

describe('searchFindings', () => {
  const knowledge = bundle();
  const ids = (query: string, limit = 10) =>
    searchFindings(knowledge, query, 'en', limit).map(({ finding }) => finding.id);

  it.each([
    ['a beginning', 'dysp', ['dyspnoea']],
    ['a lay word', 'breathless', ['dyspnoea']],
    ['a word inside', 'blood', ['haemoptysis']],
    ['capitals and hyphens', 'SHORT-of', ['dyspnoea']],
    ['Chinese', '不上气', ['dyspnoea']],
    ['the word for a state', 'inflamed', ['c-reactive-protein']],
    ['nothing typed', '  ', []],
    ['nothing known', 'xyzzy', []],
  ])('finds %s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('puts the whole name before its specialisations, and beginnings before insides', () => {
    expect(ids('chest pain')).toEqual(['chest-pain', 'pleuritic-chest-pain']);
    expect(ids('cough')).toEqual(['haemoptysis', 'productive-cough']);
  });

  it('names the finding in the language asked for and shows what was met', () => {
    expect(searchFindings(knowledge, 'short of', 'zh', 5)).toEqual([
      expect.objectContaining({ name: '症dyspnoea', matched: 'short of breath' }),
    ]);
  });

  it('returns no more than asked for', () => {
    expect(ids('a', 2)).toHaveLength(2);
  });
});

describe('lookupOf', () => {
  it('finds entries by id and passages by disease, and is made once', () => {
    const knowledge = bundle();
    const lookup = lookupOf(knowledge);
    expect(lookup.findings.get('dyspnoea')?.kind).toBe('symptom');
    expect(lookup.passagesByDisease.get('pulmonary-embolism')?.map(({ id }) => id)).toEqual([
      'made-up-guideline-1',
    ]);
    expect(lookupOf(knowledge)).toBe(lookup);
  });
});
