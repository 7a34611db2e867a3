import { type Disease, vocabularyOf } from '@openrounds/knowledge';
import { compiledOnce, tinyBundle } from '@openrounds/testing';
import { CaseRanker } from '../ranking/case-ranker';
import { unlinkedFindings } from './unlinked-findings';

const NOTHING = { en: '.', zh: '。' };

/** No test changes the words that the texts of its page are read by. */
const VOCABULARY = compiledOnce(vocabularyOf(tinyBundle()));

/** What is found unlinked on the page of costochondritis when it says this. */
function unlinkedOn(teaching: Partial<Disease['teaching']>, changes: Partial<Disease> = {}) {
  const bundle = tinyBundle();
  const diseases = bundle.diseases
    .filter(({ id }) => id === 'costochondritis')
    .map((disease) => ({
      ...disease,
      ...changes,
      teaching: { ...disease.teaching, script: NOTHING, mechanism: NOTHING, pitfalls: [], ...teaching },
    }));
  return unlinkedFindings(new CaseRanker({ ...bundle, diseases }, VOCABULARY));
}

const BOTH = {
  en: 'A patient after recent surgery with headache.',
  zh: 'A patient after recent surgery with headache.',
};

describe('unlinkedFindings', () => {
  it('finds what both scripts name and no link does', () => {
    const found = unlinkedOn({ script: BOTH });
    expect(found).toEqual([
      { diseaseId: 'costochondritis', findingId: 'recent-surgery', place: 'script', languages: ['en', 'zh'] },
    ]);
  });

  it('accepts what is an exception with its reason', () => {
    const notLinked = [{ finding: 'recent-surgery', why: 'another story' }];
    expect(unlinkedOn({ script: BOTH }, { notLinked })).toEqual([]);
  });

  it('accepts the general finding where a kind of it is linked', () => {
    const links = linksOfPage().filter(({ finding }) => finding !== 'chest-pain');
    const script = { en: 'Chest pain.', zh: 'Chest pain.' };
    expect(unlinkedOn({ script }, { links })).toEqual([]);
  });

  it('finds what one language, the mechanism or a pitfall names, and nothing that is denied', () => {
    const found = unlinkedOn({
      script: { ...NOTHING, en: BOTH.en },
      mechanism: BOTH,
      pitfalls: [{ en: 'No recent surgery.', zh: 'After recent surgery.' }],
    });
    expect(found.map(({ place, languages }) => [place, ...languages])).toEqual([
      ['script', 'en'],
      ['mechanism', 'en', 'zh'],
      ['pitfalls', 'zh'],
    ]);
  });
});

function linksOfPage(): Disease['links'] {
  const page = tinyBundle().diseases.find(({ id }) => id === 'costochondritis');
  if (page === undefined) throw new Error('the fixture has no such page');
  return page.links;
}
