import { GuidelineStore } from '@openrounds/knowledge';
import { newId } from '@openrounds/platform';
import { tinyBundle } from '@openrounds/testing';
import { canonicalHash } from '@openrounds/transparency-log';
import { MemoryDocuments } from '../../test/doubles/memory-documents';
import { newDocuments, passagesOf } from '../../test/fixtures/documents';
import { documentWithdrawn } from '../model/withdrawal-record';
import { type NewDocument, type StoodDocument } from '../ports/document-store';
import { type PassageQuery } from '../ports/passage-libraries';
import { BundleIndexes } from './bundle-indexes';
import { TenantPassages } from './tenant-passages';

const META = { tenantId: 'school', requestId: 'r' };
const AT = new Date('2026-11-20T09:00:00.000Z');
const recordOf = (document: StoodDocument) => documentWithdrawn({ meta: META, by: 'author' }, document, AT);

const query = (changes: Partial<PassageQuery>): PassageQuery => ({
  diseaseIds: [],
  findingIds: [],
  language: 'en',
  region: null,
  limit: 10,
  ...changes,
});

describe('TenantPassages', () => {
  const bundles = new GuidelineStore('nowhere');
  jest.spyOn(bundles, 'get').mockReturnValue(tinyBundle());
  // What an index learns from questions takes seconds.
  const indexes = new BundleIndexes(bundles);
  let documents: MemoryDocuments;
  let libraries: TenantPassages;

  beforeEach(() => {
    documents = new MemoryDocuments();
    libraries = new TenantPassages(indexes, documents);
  });

  const search = async (changes: Partial<PassageQuery>, tenant = 'school') =>
    (await libraries.of('hash', tenant)).search(query(changes));
  const imported = async (changes: Partial<NewDocument> = {}): Promise<NewDocument> => {
    const document = newDocuments.build(changes);
    await documents.add('school', document, AT);
    await documents.addPassages('school', passagesOf(document), AT);
    return document;
  };

  it('finds a passage by its words, by the names of its diseases, and by disease', async () => {
    for (const by of [
      { query: 'image patients' },
      { query: 'pulmonary embolism' },
      { diseaseIds: ['pulmonary-embolism'] },
    ]) {
      const [hit, ...others] = await search(by);
      expect(hit).toMatchObject({ passageId: 'made-up-guideline-1' });
      expect(hit?.score).toBeGreaterThan(0);
      expect(others).toEqual([]);
    }
  });

  it('gives the hash of a passage’s text as its bundle holds it, and of one’s own the passage', async () => {
    await imported();
    const [passage] = tinyBundle().guidelines.passages;
    const hits = await search({ diseaseIds: ['pulmonary-embolism'] });
    const ofBundle = hits.find(({ own }) => own === undefined);
    expect(ofBundle).toMatchObject({ passageId: passage?.id, sha256: canonicalHash(passage?.text) });
    const ofTenant = hits.find(({ own }) => own !== undefined);
    expect([ofTenant?.sha256, ofTenant?.own?.sha256]).toEqual([
      undefined,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  it('tells which of the diseases asked for a passage is about', async () => {
    const [hit] = await search({ diseaseIds: ['costochondritis', 'pulmonary-embolism'] });
    expect(hit?.forDiseases).toEqual(['pulmonary-embolism']);
  });

  it('puts what a newer edition has replaced after the others, however well it fits', async () => {
    const bundle = tinyBundle();
    const [document] = bundle.guidelines.documents;
    const [passage] = bundle.guidelines.passages;
    if (document === undefined || passage === undefined) throw new Error('the fixture has no guideline');
    const older = { ...document, id: 'older', supersededBy: { en: 'the newer edition', zh: '新版' } };
    const fitting = { ...passage, id: 'older-1', document: 'older', text: { en: 'Image image patients.' } };
    const guidelines = {
      documents: [older, document],
      passages: [
        fitting,
        { ...passage, text: { en: 'Whom to image among patients, and when, and why not.' } },
      ],
    };
    jest.spyOn(bundles, 'get').mockReturnValueOnce({ ...bundle, guidelines });
    libraries = new TenantPassages(new BundleIndexes(bundles), documents);
    const hits = await search({ query: 'image patients' });
    expect(hits.map(({ passageId }) => passageId)).toEqual(['made-up-guideline-1', 'older-1']);
    expect(hits[1]?.score).toBeGreaterThan(hits[0]?.score ?? 0);
  });

  it('finds nothing where nothing fits', async () => {
    expect(await search({ query: 'zeppelin' })).toEqual([]);
    expect(await search({ diseaseIds: ['costochondritis'] })).toEqual([]);
  });

  it('finds a tenant’s own passages beside those of the bundle, whole, and for nobody else', async () => {
    const document = await imported();
    const [hit] = await search({ query: 'scintigraphy' });
    expect(hit).toMatchObject({
      passageId: `own-${document.id}-0`,
      forDiseases: ['pulmonary-embolism'],
      own: {
        documentId: document.id,
        title: document.title,
        section: 'Section 1',
        text: 'Scintigraphy is done on weekdays.',
        supersededBy: null,
      },
    });
    const found = (await search({ diseaseIds: ['pulmonary-embolism'] })).map(({ passageId }) => passageId);
    expect(found).toEqual(expect.arrayContaining(['made-up-guideline-1', `own-${document.id}-0`]));
    expect(await search({ query: 'scintigraphy' }, 'other')).toEqual([]);
  });

  it('follows what comes, is replaced and goes', async () => {
    const old = await imported();
    const own = async () =>
      (await search({ query: 'scintigraphy' })).flatMap((hit) =>
        hit.own === undefined ? [] : [[hit.own.documentId, hit.own.supersededBy]],
      );
    expect(new Set((await own()).flat())).toEqual(new Set([old.id, null]));
    const edition = await imported({ supersedes: old.id, year: 2026 });
    expect((await own())[0]).toEqual([edition.id, null]);
    expect(await own()).toContainEqual([old.id, `${edition.title} (2026)`]);
    await documents.withdraw('school', edition.id, AT, recordOf);
    await documents.withdraw('school', old.id, AT, recordOf);
    expect(await own()).toEqual([]);
  });

  it('indexes once what has not changed', async () => {
    const passages = jest.spyOn(documents, 'passagesOf');
    await imported();
    const [first, second] = await Promise.all([1, 2].map(() => libraries.of('hash', 'school')));
    expect(second).toBe(first);
    expect(await libraries.of('hash', 'school')).toBe(first);
    expect(passages).toHaveBeenCalledTimes(1);
  });

  it('indexes anew after an index that could not be made', async () => {
    await imported();
    jest.spyOn(documents, 'passagesOf').mockRejectedValueOnce(new Error('the store is away'));
    await expect(libraries.of('hash', 'school')).rejects.toThrow('the store is away');
    expect(await search({ query: 'scintigraphy' })).toHaveLength(2);
  });

  it('keeps the tenants that searched last, as far as their passages fit', async () => {
    const large = newDocuments.build({ passages: 15_000 });
    jest.spyOn(documents, 'standing').mockImplementation(async (tenantId) => {
      const { document } = await documents.add(tenantId, { ...large, id: newId() }, AT);
      return [document];
    });
    const passages = jest.spyOn(documents, 'passagesOf').mockResolvedValue([]);
    for (const tenant of ['a', 'b', 'a', 'c', 'a', 'b']) await libraries.of('hash', tenant);
    expect(passages.mock.calls.map(([tenant]) => tenant)).toEqual(['a', 'b', 'c', 'b']);
  });
});
