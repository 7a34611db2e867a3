import { type FoundOwnPassage, GuidelinePassage, type Language, PassagePage } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { namesOf } from '../run/names';
import { passage as presentPassage } from '../run/sections';
import { presentOwnPassagePage, presentPassagePage } from './present-passage';

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
        { ...document, edition: { en: '3rd edition', zh: '第3版' } },
        {
          ...document,
          id: 'other',
          supersededBy,
          edition: 'BOAST 5',
          documentLicence: 'unknown',
          title: { en: 'Of embolism', zh: '肺栓塞指南' },
          language: 'zh',
        },
      ],
      passages: [
        { ...passage, about: 'diagnosis', conflictsWith: ['other-1', 'gone'] },
        { ...passage, id: 'neighbour', conflictsWith: [] },
        {
          ...passage,
          id: 'other-1',
          document: 'other',
          text: { en: 'Wait.', zh: '观察。' },
          strength: { en: 'strong', zh: '强' },
          conflictsWith: [passage.id],
        },
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
    const edition = language === 'en' ? '3rd edition' : '第3版';
    expect(page).toMatchObject({ about: 'diagnosis', edition, basis: 'from-memory' });
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

  it('gives what finds a document of which no address is recorded: its own name, body and year', () => {
    const other = presentPassagePage('other-1', bundle(), language);
    expect(other).toMatchObject({ url: null, publisher: 'Nobody', year: 2020, edition: 'BOAST 5' });
    expect(other?.title).toBe(language === 'en' ? 'Of embolism' : '肺栓塞指南');
    expect(other?.originalTitle).toBe(language === 'en' ? '肺栓塞指南' : undefined);
  });

  it('says strength and licence in words of the reader', () => {
    const other = presentPassagePage('other-1', bundle(), language);
    expect(other).toMatchObject({
      documentLicence: 'unknown',
      strength: language === 'en' ? 'strong' : '强',
    });
    expect(other?.documentLicenceText).toBe(language === 'en' ? 'not known for certain' : '不确定');
    expect(page?.documentLicenceText).toBe('copyright of Nobody');
  });

  it('knows no passage that the version lacks', () => {
    expect(presentPassagePage('gone', bundle(), language)).toBeUndefined();
  });
});

describe.each<Language>(['en', 'zh'])('a passage of the institution’s own (%s)', (language) => {
  const documentId = '01a1f85e-fb07-783b-9f5a-04b32bd29fb7';
  const found: FoundOwnPassage = {
    passage: {
      passageId: `own-${documentId}-3`,
      score: 2,
      forDiseases: ['pulmonary-embolism'],
      own: {
        documentId,
        title: 'Lungenembolie bei uns',
        publisher: 'Department of medicine',
        year: 2025,
        region: 'DE',
        language: 'en',
        licence: 'internal use',
        source: 'https://intranet.example/pe',
        section: 'Imaging',
        page: 4,
        text: 'Scintigraphy on weekdays.',
        sha256: 'a'.repeat(64),
        supersededBy: 'Lungenembolie bei uns (2026)',
      },
    },
    forFindings: ['dyspnoea'],
    withdrawn: true,
    neighbours: [{ passageId: `own-${documentId}-2`, section: 'Recognition' }],
  };

  it('shows what it brought along, whatever the bundle holds', () => {
    const shown = presentPassage(found.passage, tinyBundle(), namesOf(tinyBundle(), language));
    expect(GuidelinePassage.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({
      quote: 'Scintigraphy on weekdays.',
      kind: 'quoted',
      own: true,
      page: 4,
      url: 'https://intranet.example/pe',
      supersededBy: 'Lungenembolie bei uns (2026)',
    });
    expect(shown?.basisText).toMatch(language === 'en' ? /your institution/ : /本机构/);
  });

  it('links to nothing that is no address of a page', () => {
    for (const source of ['Ward 3, red folder', 'javascript:alert(1)', 'file:///etc/passwd']) {
      const passage = { ...found.passage, own: { ...found.passage.own, source } };
      expect(presentPassage(passage, tinyBundle(), namesOf(tinyBundle(), language))).toMatchObject({
        url: null,
        source,
      });
    }
  });

  it('has a page of the public contract, to the letter', () => {
    const page = presentOwnPassagePage(found, tinyBundle(), language);
    expect(PassagePage.parse(page)).toEqual(page);
    expect(page).toMatchObject({ withdrawn: true, findings: [{ id: 'dyspnoea' }] });
    expect(page.neighbours.map(({ section }) => section)).toEqual(['Recognition']);
  });
});
