import { type AppendRecordPayload } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { documentWithdrawn } from '../../src/model/withdrawal-record';
import { type DocumentStore, type NewDocument, type StoodDocument } from '../../src/ports/document-store';
import { newDocuments, passagesOf } from '../fixtures/documents';

const AT = new Date('2026-11-20T09:00:00.000Z');
const LATER = new Date('2026-11-20T10:00:00.000Z');

/** What every store of documents does; `open` gives one that may hold others' documents, and what the log was told. */
export const itKeepsDocuments = (
  open: () => {
    readonly store: DocumentStore;
    readonly logged: () => Promise<readonly AppendRecordPayload[]>;
  },
): void => {
  let store: DocumentStore;
  let logged: () => Promise<readonly AppendRecordPayload[]>;
  let tenant: string;

  beforeAll(() => {
    ({ store, logged } = open());
  });
  beforeEach(() => {
    tenant = newId();
  });

  const imported = async (document: NewDocument): Promise<NewDocument> => {
    await store.add(tenant, document, AT);
    await store.addPassages(tenant, passagesOf(document), AT);
    return document;
  };

  const recordAt = (at: Date) => (document: StoodDocument) =>
    documentWithdrawn({ meta: { tenantId: tenant, requestId: 'r' }, by: 'author' }, document, at);
  const withdrawn = (document: NewDocument, at = LATER): Promise<boolean> =>
    store.withdraw(tenant, document.id, at, recordAt(at));

  it('shows a document when all its passages have come, in whatever batches and however often', async () => {
    const document = newDocuments.build();
    expect(await store.add(tenant, document, AT)).toMatchObject({ complete: false });
    const [first, second] = passagesOf(document).map((passage) => [passage]);
    expect(await store.addPassages(tenant, second ?? [], AT)).toMatchObject({ complete: false });
    expect(await store.addPassages(tenant, second ?? [], AT)).toMatchObject({ complete: false });
    expect(await store.find(tenant, document.id)).toBeUndefined();
    expect(await store.list(tenant, 10, undefined)).toEqual([]);
    expect(await store.addPassages(tenant, first ?? [], AT)).toMatchObject({ complete: true });
    expect(await store.find(tenant, document.id)).toEqual({
      ...document,
      status: 'active',
      supersededBy: null,
      createdAt: AT.toISOString(),
      withdrawnAt: null,
    });
    expect(await store.passagesOf(tenant, [document.id])).toMatchObject(passagesOf(document));
    expect(await store.passagesAt(tenant, document.id, 1, 5)).toMatchObject(second ?? []);
  });

  it('tells what is arriving, and how much of it has come', async () => {
    const [older, newer] = [newDocuments.build(), newDocuments.build()];
    await store.add(tenant, older, AT);
    await store.add(tenant, newer, LATER);
    await store.addPassages(tenant, passagesOf(newer).slice(0, 1), LATER);
    const told = ({ id, title, sha256, passages }: NewDocument) => ({ id, title, sha256, passages });
    const first = { ...told(older), arrived: 0, begunAt: AT.toISOString() };
    const second = { ...told(newer), arrived: 1, begunAt: LATER.toISOString() };
    expect(await store.arriving(tenant, 10)).toEqual([second, first]);
    expect(await store.arriving(tenant, 1)).toEqual([second]);
    expect(await store.arriving('other', 10)).toEqual([]);
    await store.addPassages(tenant, passagesOf(newer), LATER);
    expect(await store.arriving(tenant, 10)).toEqual([first]);
  });

  it('knows the same bytes, and the same request, again', async () => {
    const document = await imported(newDocuments.build());
    const again = await store.add(tenant, { ...document, id: newId(), title: 'Other' }, LATER);
    expect(again).toMatchObject({ complete: true, document: { id: document.id, title: document.title } });
    expect(await store.add(tenant, document, LATER)).toMatchObject({ complete: true });
    expect(await store.list(tenant, 10, undefined)).toHaveLength(1);
  });

  it('goes on with an import that was broken off, with the passages that come last', async () => {
    const document = newDocuments.build();
    await store.add(tenant, document, AT);
    const [first, second] = passagesOf(document);
    if (first === undefined || second === undefined) throw new Error('the fixture has two passages');
    await store.addPassages(tenant, [{ ...first, text: 'Split otherwise.' }], AT);
    const again = await store.add(tenant, { ...document, id: newId() }, LATER);
    expect(again).toMatchObject({ complete: false, document: { id: document.id } });
    await store.addPassages(tenant, [first], LATER);
    expect(await store.addPassages(tenant, [second], LATER)).toMatchObject({ complete: true });
    expect(await store.passagesOf(tenant, [document.id])).toMatchObject([first, second]);
    await store.addPassages(tenant, [{ ...first, text: 'Too late.' }], LATER);
    expect(await store.passagesOf(tenant, [document.id])).toMatchObject([first, second]);
  });

  it.each([
    ['title', { title: 'Other' }],
    ['media type', { mediaType: 'text/html' as const }],
    ['number of passages', { passages: 1 }],
  ])('begins anew where what was broken off has another %s', async (_what, changes) => {
    const brokenOff = newDocuments.build();
    await store.add(tenant, brokenOff, AT);
    await store.addPassages(tenant, passagesOf(brokenOff).slice(0, 1), AT);
    const other = await imported({ ...brokenOff, ...changes, id: newId() });
    expect(await store.find(tenant, other.id)).toMatchObject({ status: 'active', ...changes });
    expect(await store.passagesOf(tenant, [brokenOff.id])).toEqual([]);
    expect(await store.addPassages(tenant, passagesOf(brokenOff), LATER)).toBeUndefined();
  });

  it('keeps each tenant to its own', async () => {
    const document = await imported(newDocuments.build());
    expect(await store.find('other', document.id)).toBeUndefined();
    expect(await store.list('other', 10, undefined)).toEqual([]);
    expect(await store.standing('other')).toEqual([]);
    expect(await store.passagesOf('other', [document.id])).toEqual([]);
    expect(await store.passagesAt('other', document.id, 0, 9)).toEqual([]);
    expect(await store.withdraw('other', document.id, LATER, recordAt(LATER))).toBe(false);
    expect(await store.addPassages('other', passagesOf(document), AT)).toBeUndefined();
    const theirs = { ...document, id: newId() };
    expect(await store.add(newId(), theirs, AT)).toMatchObject({ document: { id: theirs.id } });
  });

  it('withdraws a document from the search, keeps its passages, and takes its bytes as a new one', async () => {
    const document = await imported(newDocuments.build());
    expect(await withdrawn(document, AT)).toBe(true);
    expect(await withdrawn(document)).toBe(true);
    expect(await store.find(tenant, document.id)).toMatchObject({
      status: 'withdrawn',
      withdrawnAt: AT.toISOString(),
    });
    expect(await store.standing(tenant)).toEqual([]);
    expect(await store.passagesOf(tenant, [document.id])).toHaveLength(2);
    const again = await imported({ ...document, id: newId() });
    expect((await store.standing(tenant)).map(({ id }) => id)).toEqual([again.id]);
    const ofDocument = async () =>
      (await logged()).filter(({ subjectId }) => [document.id, again.id].includes(subjectId));
    expect(await ofDocument()).toEqual([recordAt(AT)(document)]);
    await withdrawn(again);
    expect(await ofDocument()).toEqual([recordAt(AT)(document), recordAt(LATER)(again)]);
  });

  it('leaves a document standing where the log cannot be told of its withdrawal', async () => {
    const document = await imported(newDocuments.build());
    const failing = async () =>
      store.withdraw(tenant, document.id, LATER, () => {
        throw new Error('the process ends here');
      });
    await expect(failing()).rejects.toThrow('the process ends here');
    expect(await store.find(tenant, document.id)).toMatchObject({ status: 'active', withdrawnAt: null });
    expect((await logged()).filter(({ subjectId }) => subjectId === document.id)).toEqual([]);
  });

  it('tells what a newer edition has taken the place of, for as long as that one stands', async () => {
    const old = await imported(newDocuments.build());
    const edition = await imported(newDocuments.build({ supersedes: old.id }));
    expect(await store.standing(tenant)).toMatchObject([
      { id: old.id, status: 'superseded', supersededBy: edition.id },
      { id: edition.id, status: 'active', supersededBy: null },
    ]);
    await withdrawn(edition);
    expect(await store.find(tenant, old.id)).toMatchObject({ status: 'active', supersededBy: null });
  });

  it('follows editions through those that were withdrawn', async () => {
    const first = await imported(newDocuments.build());
    const second = await imported(newDocuments.build({ supersedes: first.id }));
    const third = await imported(newDocuments.build({ supersedes: second.id }));
    expect(await store.find(tenant, first.id)).toMatchObject({ supersededBy: second.id });
    await withdrawn(second);
    expect(await store.find(tenant, first.id)).toMatchObject({
      status: 'superseded',
      supersededBy: third.id,
    });
    await withdrawn(third);
    expect(await store.find(tenant, first.id)).toMatchObject({ status: 'active', supersededBy: null });
  });

  it('puts a document that comes again where its bytes stood', async () => {
    const old = await imported(newDocuments.build());
    const edition = await imported(newDocuments.build({ supersedes: old.id }));
    await withdrawn(old);
    const again = await imported({ ...old, id: newId() });
    expect(await store.find(tenant, again.id)).toMatchObject({
      status: 'superseded',
      supersededBy: edition.id,
    });
    expect(await store.find('other', again.id)).toBeUndefined();
  });

  it('takes an older edition that comes again at its word that it is the newest', async () => {
    const old = await imported(newDocuments.build());
    const edition = await imported(newDocuments.build({ supersedes: old.id }));
    await withdrawn(old);
    const again = await imported({ ...old, id: newId(), supersedes: edition.id });
    expect(await store.standing(tenant)).toMatchObject([
      { id: edition.id, supersededBy: again.id },
      { id: again.id, status: 'active', supersededBy: null },
    ]);
  });

  it('lists the newest first, page by page', async () => {
    const documents = [];
    for (let each = 0; each < 3; each += 1) documents.push(await imported(newDocuments.build()));
    const ids = documents
      .map(({ id }) => id)
      .sort()
      .reverse();
    const [first, second] = await store.list(tenant, 2, undefined);
    expect([first?.id, second?.id]).toEqual(ids.slice(0, 2));
    expect((await store.list(tenant, 2, second?.id)).map(({ id }) => id)).toEqual(ids.slice(2));
  });
};
