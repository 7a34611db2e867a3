import { type DocumentPassage } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { MemoryDocuments } from '../../test/doubles/memory-documents';
import { newDocuments } from '../../test/fixtures/documents';
import { type NewDocument } from '../ports/document-store';
import { type PassageLibraries } from '../ports/passage-libraries';
import { ImportDocument } from './import-document';
import { ManageDocuments } from './manage-documents';
import { ReadOwnPassage } from './read-own-passage';

const meta = { tenantId: 'school', requestId: 'request-1' };
const others = { ...meta, tenantId: 'other' };
const PASSAGES: DocumentPassage[] = [
  { section: 'Imaging', page: 2, text: 'Scintigraphy on weekdays.' },
  { section: 'Treatment', page: 3, text: 'Heparin first.' },
];
const libraries: Pick<PassageLibraries, 'subjectsOf'> = {
  subjectsOf: (_hash, headings) => ({ forDiseases: headings, forFindings: ['dyspnoea'] }),
};

describe('documents of a tenant’s own', () => {
  const documents = new MemoryDocuments();
  const arriving = new ImportDocument(documents, new TestClock());
  const manage = new ManageDocuments(documents, new TestClock());
  const read = new ReadOwnPassage(documents, libraries);

  const imported = async (changes = {}) => {
    const document = newDocuments.build(changes);
    await arriving.begin({ meta, document });
    await arriving.go({ meta, documentId: document.id, from: 1, passages: PASSAGES.slice(1) });
    return arriving.go({ meta, documentId: document.id, from: 0, passages: PASSAGES.slice(0, 1) });
  };

  it('come in batches and are complete with the last', async () => {
    expect(await imported()).toMatchObject({ complete: true, document: { status: 'active', passages: 2 } });
    const stranger = { meta: others, documentId: newId(), from: 0, passages: PASSAGES };
    await expect(arriving.go(stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('take the place of documents of the same tenant alone', async () => {
    const { document } = await imported();
    await imported({ supersedes: document.id });
    expect(await manage.read({ meta, documentId: document.id })).toMatchObject({ status: 'superseded' });
    const theirs = newDocuments.build({ supersedes: document.id });
    await expect(arriving.begin({ meta: others, document: theirs })).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/supersedes' }],
    });
  });

  it('take no other place when they come again', async () => {
    const [{ document: old }, { document }] = [await imported(), await imported()];
    const again = { ...newDocuments.build(), sha256: document.sha256 };
    await expect(arriving.begin({ meta, document: { ...again, supersedes: old.id } })).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/supersedes', code: 'already-there' }],
    });
    expect(await arriving.begin({ meta, document: again })).toMatchObject({ document: { id: document.id } });
    expect(await manage.read({ meta, documentId: old.id })).toMatchObject({ status: 'active' });
  });

  it('have 20,000 passages at most, and one that is there already is no further one', async () => {
    const { document } = await imported();
    const shelf = jest.spyOn(documents, 'standing').mockResolvedValue([{ ...document, passages: 19_999 }]);
    const begin = (changes: Partial<NewDocument> = {}) =>
      arriving.begin({ meta, document: newDocuments.build(changes) });
    await expect(begin()).rejects.toMatchObject({
      code: 'too-large',
      errors: [{ pointer: '/content', code: 'too-many-passages' }],
    });
    expect(await begin({ passages: 1 })).toMatchObject({ complete: false });
    expect(await begin({ sha256: document.sha256 })).toMatchObject({ complete: true });
    shelf.mockRestore();
  });

  it('are listed, and withdrawn', async () => {
    const { document } = await imported();
    const { items, more } = await manage.list({ meta, limit: 1 });
    expect([items.map(({ id }) => id), more]).toEqual([[document.id], true]);
    for (let times = 0; times < 2; times += 1)
      await manage.withdraw({ meta, documentId: document.id, by: 'administrator' });
    const { sha256 } = document;
    expect(documents.records).toMatchObject([
      { kind: 'document-withdrawn', record: { documentId: document.id, sha256, by: 'administrator' } },
    ]);
    for (const said of [document.title, document.source])
      expect(JSON.stringify(documents.records)).not.toContain(said);
    expect(await manage.read({ meta, documentId: document.id })).toMatchObject({ status: 'withdrawn' });
    for (const unknown of [
      { meta: others, documentId: document.id },
      { meta, documentId: newId() },
    ]) {
      await expect(manage.withdraw({ ...unknown, by: 'author' })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(manage.read(unknown)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('are withdrawn for a gateway of before too, which says nothing of the role', async () => {
    const { document } = await imported();
    await manage.withdraw({ meta, documentId: document.id });
    const said = documents.records.at(-1);
    expect(said).toMatchObject({ kind: 'document-withdrawn', record: { documentId: document.id } });
    expect(said?.record).not.toHaveProperty('by');
  });

  it('have passages that are read by their address, also after they were withdrawn', async () => {
    const { document } = await imported();
    const wanted = { meta, knowledge: 'hash', passageId: `own-${document.id}-1` };
    const found = await read.execute(wanted);
    expect(found).toMatchObject({
      passage: {
        forDiseases: [document.title, 'Treatment'],
        own: { ...PASSAGES[1], documentId: document.id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
      forFindings: ['dyspnoea'],
      withdrawn: false,
      neighbours: [{ passageId: `own-${document.id}-0`, section: 'Imaging' }],
    });
    await manage.withdraw({ meta, documentId: document.id, by: 'author' });
    expect(await read.execute(wanted)).toEqual({ ...found, withdrawn: true });
    for (const unknown of [
      { ...wanted, meta: others },
      { ...wanted, passageId: `own-${document.id}-2` },
      { ...wanted, passageId: 'made-up-guideline-1' },
    ])
      await expect(read.execute(unknown)).rejects.toMatchObject({ code: 'not-found' });
  });
});
