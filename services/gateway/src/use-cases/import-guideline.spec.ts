import {
  DomainError,
  MAX_DOCUMENT_BYTES,
  type Answer,
  type GuidelineDocument,
  type ImportGuidelineInput,
  type QuestionPayload,
} from '@openrounds/contracts';
import { type ReadDocument } from '@openrounds/guideline-import';
import { principals, TestClock } from '@openrounds/testing';
import { answering } from '../../test/fixtures/doubles';
import { ImportGuideline } from './import-guideline';
import { OwnGuidelines } from './own-guidelines';

const META = { tenantId: 'school', requestId: 'request-1' };
const DOCUMENT_ID = '01a1f85e-fb07-783b-9f5a-04b32bd29fb7';
const READ: ReadDocument = {
  title: 'Asthma',
  language: 'en',
  pages: 2,
  passages: Array.from({ length: 90 }, (_each, place) => ({
    section: 'Oxygen',
    text: `Passage ${String(place)}`,
  })),
};
const INPUT: ImportGuidelineInput = {
  mediaType: 'text/markdown',
  content: Buffer.from('# Asthma').toString('base64'),
  licence: 'internal use',
  source: 'Ward 3, red folder',
  year: 2025,
  region: 'international',
};

const documentFrom = (
  document: QuestionPayload<'add-guideline-document.v1'>['document'],
): GuidelineDocument => ({
  ...document,
  status: 'active',
  supersededBy: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  withdrawnAt: null,
});

describe('ImportGuideline', () => {
  const arrived: QuestionPayload<'add-guideline-passages.v1'>[] = [];
  let known: GuidelineDocument | undefined;
  let begun: GuidelineDocument | undefined;
  const services = answering({
    'add-guideline-document.v1': ({ document }): Answer<'add-guideline-document.v1'> => {
      begun = known ?? documentFrom(document);
      return { document: begun, complete: known !== undefined };
    },
    'add-guideline-passages.v1': (payload): Answer<'add-guideline-passages.v1'> => {
      arrived.push(payload);
      if (begun === undefined) throw new DomainError('not-found');
      const complete = payload.from + payload.passages.length === begun.passages;
      return { document: begun, complete };
    },
  });
  let read = READ;
  const claim = jest.fn(() => Promise.resolve({ kind: 'fresh' as const }));
  const guidelines = new ImportGuideline(
    { read: () => Promise.resolve(read) },
    services,
    { claim },
    new TestClock(),
  );
  const imported = (changes: Partial<ImportGuidelineInput> = {}) =>
    guidelines.execute(principals.build(), META, { ...INPUT, ...changes }, undefined);

  beforeEach(() => {
    arrived.length = 0;
    known = undefined;
    read = READ;
  });

  it('sends what was read, batch after batch, under the id that it was given', async () => {
    const { document, isNew } = await imported();
    expect(isNew).toBe(true);
    expect(document).toMatchObject({
      title: 'Asthma',
      publisher: 'Ward 3, red folder',
      language: 'en',
      pages: 2,
      passages: 90,
      bytes: 8,
      supersedes: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(arrived.map(({ from, passages }) => [from, passages.length])).toEqual([
      [0, 40],
      [40, 40],
      [80, 10],
    ]);
    expect(new Set(arrived.map(({ documentId }) => documentId))).toEqual(new Set([document.id]));
  });

  it('takes what is said of a document before what it says itself', async () => {
    const { document } = await imported({ title: 'Our asthma', publisher: 'Chest clinic', language: 'zh' });
    expect(document).toMatchObject({ title: 'Our asthma', publisher: 'Chest clinic', language: 'zh' });
  });

  it('sends nothing of a document that is there', async () => {
    known = (await imported()).document;
    arrived.length = 0;
    expect(await imported({ title: 'Other' })).toEqual({ document: known, isNew: false });
    expect(arrived).toEqual([]);
  });

  it('names the field of what is missing or too large', async () => {
    read = { ...READ, title: undefined };
    await expect(imported()).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/title' }],
    });
    const content = Buffer.alloc(MAX_DOCUMENT_BYTES + 1).toString('base64');
    await expect(imported({ content })).rejects.toMatchObject({
      code: 'too-large',
      errors: [{ pointer: '/content' }],
    });
  });
});

describe('OwnGuidelines', () => {
  it.each([
    ['admin', 'administrator'],
    ['author', 'author'],
  ] as const)('are withdrawn by an %s as such', async (role, by) => {
    const asked: QuestionPayload<'withdraw-guideline-document.v1'>[] = [];
    const services = answering({
      'withdraw-guideline-document.v1': (payload) => {
        asked.push(payload);
        return null;
      },
    });
    await new OwnGuidelines(services).withdraw(META, DOCUMENT_ID, { role });
    expect(asked).toEqual([{ meta: META, documentId: DOCUMENT_ID, by }]);
  });

  it('lists page by page', async () => {
    const { passages: _passages, ...rest } = READ;
    const document = documentFrom({
      ...INPUT,
      ...rest,
      id: DOCUMENT_ID,
      title: 'Asthma',
      publisher: 'Ward 3',
      pages: null,
      passages: 1,
      bytes: 8,
      supersedes: null,
      sha256: 'a'.repeat(64),
    });
    const asked: QuestionPayload<'list-guideline-documents.v1'>[] = [];
    const services = answering({
      'list-guideline-documents.v1': (payload) => {
        asked.push(payload);
        return { items: [document], more: payload.before === undefined };
      },
    });
    const own = new OwnGuidelines(services);
    const { nextCursor } = await own.list(META, 1, undefined);
    expect(await own.list(META, 1, nextCursor ?? '')).toEqual({ items: [document], nextCursor: null });
    expect(asked.map(({ before }) => before)).toEqual([undefined, document.id]);
  });
});
