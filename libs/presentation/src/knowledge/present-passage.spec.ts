import { type Language, PassagePage } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { presentPassagePage } from './present-passage';

/** The sample with a second passage beside the first and a third, in another document, that conflicts with it. */
function bundle(): KnowledgeBundle {
  const tiny = tinyBundle();
  const [document] = tiny.guidelines.documents;
  const [passage] = tiny.guidelines.passages;
  if (document === undefined || passage === undefined) throw new Error('the sample has no guideline');
  const supersededBy = { en: 'the newer edition', zh: '新版' };
  return {
    ...tiny,
    guidelines: {
      documents: [
        { ...document, edition: '3rd edition' },
        { ...document, id: 'other', supersededBy },
      ],
      passages: [
        { ...passage, about: 'diagnosis', conflictsWith: ['other-1', 'gone'] },
        { ...passage, id: 'neighbour', conflictsWith: [] },
        { ...passage, id: 'other-1', document: 'other', conflictsWith: [passage.id] },
      ],
    },
  };
}

describe.each<Language>(['en', 'zh'])('presentPassagePage (%s)', (language) => {
  const page = presentPassagePage('made-up-guideline-1', bundle(), language);

  it('is a page of the public contract, to the letter', () => {
    expect(PassagePage.parse(page)).toEqual(page);
  });

  it('says what it rests on, what it helps with, and what conflicts', () => {
    expect(page).toMatchObject({ about: 'diagnosis', edition: '3rd edition', basis: 'from-memory' });
    expect(page?.basisText).toMatch(language === 'en' ? /from memory/ : /凭记忆/);
    expect(page?.conflictsWith?.map(({ passageId }) => passageId)).toEqual(['other-1']);
    expect(page?.neighbours.map(({ passageId }) => passageId)).toEqual(['neighbour']);
    expect(page?.diseases).toEqual([expect.objectContaining({ id: 'pulmonary-embolism' })]);
  });

  it('marks what a newer edition has replaced', () => {
    expect(presentPassagePage('other-1', bundle(), language)?.supersededBy).toBe(
      language === 'en' ? 'the newer edition' : '新版',
    );
  });

  it('knows no passage that the version lacks', () => {
    expect(presentPassagePage('gone', bundle(), language)).toBeUndefined();
  });
});
