import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { docxOf, pdfOf } from '@openrounds/testing';
import request from 'supertest';
import { answerOf, clientOf, rank, type ApiClient, type Schemas } from '../support/client';
import { logged } from '../support/log-records';
import { CODED } from '../support/sample-cases';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

type Input = Schemas['ImportGuidelineInput'];
type Passage = Schemas['GuidelinePassage'];

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Made up. */
const input = (file: Buffer | string, changes: Partial<Input> = {}): Input => ({
  mediaType: 'text/markdown',
  content: Buffer.from(file).toString('base64'),
  licence: 'internal use',
  source: 'https://intranet.example/embolism',
  year: 2025,
  region: 'international',
  ...changes,
});
const EDITION_1 =
  '# Pulmonary embolism in our hospital\n\n## Imaging\n\nScintigraphy is done on weekdays only.';
const EDITION_2 = pdfOf([
  [
    { text: 'Pulmonary embolism in our hospital', size: 24 },
    { text: 'Imaging', size: 16 },
    { text: 'Scintigraphy is done at any hour.' },
    { text: 'Ring the physician on call, who asks for it.' },
  ],
]);
const CHINESE = docxOf([
  { text: '本院肺栓塞诊疗规范', style: 'Title' },
  { text: '影像检查', style: '1' },
  { text: '肺栓塞患者工作日可行通气灌注显像。' },
]);

describe('guideline documents of an institution', () => {
  let stack: RunningStack;
  let client: ApiClient;
  let old: Schemas['GuidelineDocument'];

  const imported = (body: Input) => answerOf(client.POST('/v1/guidelines/documents', { body }));
  const found = async (query: { q?: string; disease?: string; lang?: 'en' | 'zh' }): Promise<Passage[]> => {
    const { items } = await answerOf(client.GET('/v1/guidelines/search', { params: { query } }));
    return items.filter(({ own }) => own === true);
  };
  const send = (body: unknown, key = stack.apiKey) =>
    request(stack.baseUrl)
      .post('/v1/guidelines/documents')
      .set({ authorization: `Bearer ${key}` })
      .send(body as object);
  const keyOf = async (role: 'teacher' | 'author'): Promise<string> => {
    const header = { 'Idempotency-Key': `own-guidelines-${role}` };
    const body = { name: role, role };
    return (await answerOf(client.POST('/v1/api-keys', { params: { header }, body }))).key;
  };

  beforeAll(async () => {
    stack = await sharedStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
  });

  it('are imported once, by authors', async () => {
    const teacher = await send(input(EDITION_1), await keyOf('teacher'));
    expect(teacher.body).toMatchObject({ status: 403, type: '/problems/forbidden' });
    const author = await keyOf('author');
    const first = await send(input(EDITION_1), author);
    old = first.body as Schemas['GuidelineDocument'];
    expect(first.status).toBe(201);
    expect(first.headers['location']).toBe(`/v1/guidelines/documents/${old.id}`);
    expect(old).toMatchObject({
      title: 'Pulmonary embolism in our hospital',
      publisher: 'https://intranet.example/embolism',
      language: 'en',
      passages: 1,
      pages: null,
      status: 'active',
    });
    const again = await send(input(EDITION_1, { title: 'Another title' }), author);
    expect([again.status, again.body]).toEqual([200, old]);
  });

  it('are found beside the passages of the knowledge base, and have pages of their own', async () => {
    const [passage] = await found({ q: 'scintigraphy' });
    expect(passage).toMatchObject({
      documentId: old.id,
      section: 'Pulmonary embolism in our hospital › Imaging',
      quote: 'Scintigraphy is done on weekdays only.',
      kind: 'quoted',
      licence: 'internal use',
      url: 'https://intranet.example/embolism',
    });
    expect(await found({ disease: 'pulmonary-embolism' })).toMatchObject([{ documentId: old.id }]);
    const page = await answerOf(
      client.GET('/v1/guidelines/passages/{id}', { params: { path: { id: passage?.passageId ?? '' } } }),
    );
    expect(page).toMatchObject({ quote: passage?.quote, diseases: [{ id: 'pulmonary-embolism' }] });
  });

  it('stand in runs and in their records, and stay there when they are replaced and withdrawn', async () => {
    const shown = (run: Schemas['Run']) => run.guidelines.filter(({ own }) => own === true);
    const run = await rank(client, { case: CODED });
    expect(shown(run)).toMatchObject([
      { documentId: old.id, quote: 'Scintigraphy is done on weekdays only.' },
    ]);
    const edition = await imported(input(EDITION_2, { mediaType: PDF, year: 2026, supersedes: old.id }));
    expect(edition).toMatchObject({ status: 'active', supersedes: old.id, pages: 1 });
    expect(await found({ q: 'scintigraphy' })).toMatchObject([
      { documentId: edition.id, page: 1 },
      { documentId: old.id, supersededBy: 'Pulmonary embolism in our hospital (2026)' },
    ]);
    for (const { id } of [edition, old])
      await client.DELETE('/v1/guidelines/documents/{id}', { params: { path: { id } } });
    expect(await found({ q: 'scintigraphy' })).toEqual([]);
    expect(shown(await rank(client, { case: CODED }))).toEqual([]);
    const path = { id: run.id };
    const later = await answerOf(client.GET('/v1/runs/{id}', { params: { path } }));
    expect(later.guidelines).toEqual(run.guidelines);
    const { record } = await answerOf(client.GET('/v1/runs/{id}/explanation', { params: { path } }));
    expect(JSON.stringify(record)).toContain('Scintigraphy is done on weekdays only.');
    const replay = await answerOf(client.POST('/v1/runs/{id}/replay', { params: { path } }));
    expect(replay.identical).toBe(true);
    const [{ passageId } = { passageId: '' }] = shown(run);
    const page = await answerOf(
      client.GET('/v1/guidelines/passages/{id}', { params: { path: { id: passageId } } }),
    );
    expect(page).toMatchObject({ withdrawn: true, quote: 'Scintigraphy is done on weekdays only.' });
    const { items } = await answerOf(client.GET('/v1/guidelines/documents', { params: {} }));
    expect(items.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
    const records = await logged(
      client,
      'that it was withdrawn',
      ({ kind, documentId }) => kind === 'document-withdrawn' && documentId === old.id,
    );
    expect(records).toEqual([
      {
        format: 'openrounds.guideline.v1',
        kind: 'document-withdrawn',
        documentId: old.id,
        sha256: old.sha256,
        passages: old.passages,
        supersedes: null,
        by: 'administrator',
        at: expect.any(String),
      },
    ]);
  });

  it('tell authors how far their import is while it is under way, and then no more', async () => {
    const sections = Array.from({ length: 2_000 }, (_each, at) => `## Bed ${String(at)}\n\nSee to it.`);
    const file = ['# Beds of our hospital', ...sections].join('\n\n');
    const sha256 = createHash('sha256').update(file).digest('hex');
    const importing = async () => {
      const { items } = await answerOf(client.GET('/v1/guidelines/imports'));
      return items.find((each) => each.sha256 === sha256);
    };
    const arriving = imported(input(file));
    const seen = new Set<number>();
    let isUnderWay = true;
    void arriving.finally(() => (isUnderWay = false)).catch(() => undefined);
    while (isUnderWay) {
      const { passages, arrived } = (await importing()) ?? {};
      if (arrived === undefined) continue;
      expect(passages).toBe(2_000);
      seen.add(arrived);
    }
    const { id } = await arriving;
    expect(seen.size).toBeGreaterThan(1);
    expect([...seen]).toEqual([...seen].sort((a, b) => a - b));
    expect(await importing()).toBeUndefined();
    const teacher = await keyOf('teacher');
    const refused = await request(stack.baseUrl)
      .get('/v1/guidelines/imports')
      .set({ authorization: `Bearer ${teacher}` });
    expect(refused.body).toMatchObject({ status: 403, type: '/problems/forbidden' });
    await client.DELETE('/v1/guidelines/documents/{id}', { params: { path: { id } } });
  });

  it('are read in Chinese as well', async () => {
    const document = await imported(input(CHINESE, { mediaType: DOCX }));
    expect(document).toMatchObject({ title: '本院肺栓塞诊疗规范', language: 'zh' });
    expect(await found({ q: '肺栓塞影像检查', lang: 'zh' })).toMatchObject([
      { title: '本院肺栓塞诊疗规范', section: '影像检查', language: 'zh' },
    ]);
  });

  it('are refused by the field that is wrong', async () => {
    const locked = pdfOf([[{ text: 'Imaging' }]], { locked: true });
    const nobodys = '01a1f85e-fb07-783b-9f5a-04b32bd29fbe';
    const refusals: readonly (readonly [unknown, number, string])[] = [
      [input('# A\n\nb', { mediaType: PDF }), 415, '/mediaType'],
      [input(locked, { mediaType: PDF }), 422, '/content'],
      [input('', {}), 422, '/content'],
      [input('no title'), 422, '/title'],
      [input('# A\n\nb', { supersedes: nobodys }), 422, '/supersedes'],
      [input('# A\n\nb', { year: 26 }), 422, '/year'],
      [{ ...input('# A\n\nb'), content: 'not base64!' }, 422, '/content'],
      [{ ...input('# A\n\nb'), licence: undefined }, 422, '/licence'],
      [input(Buffer.alloc(8 * 1024 * 1024 + 1)), 413, '/content'],
    ];
    for (const [body, status, pointer] of refusals) {
      const refused = await send(body);
      expect(refused.body).toMatchObject({ status, errors: [{ pointer }] });
    }
  });

  it('are read of nobody who is not known: the body of a stranger is not waited for', async () => {
    for (const announced of [{ 'content-length': 9 * 1024 * 1024 }, { 'transfer-encoding': 'chunked' }]) {
      const { statusCode, headers } = await answeredBeforeBody(stack.baseUrl, announced);
      expect([statusCode, headers.connection]).toEqual([401, 'close']);
      expect(headers['content-type']).toContain('application/problem+json');
    }
  });
});

/** The answer to a request that announces a body of which nothing comes. */
function answeredBeforeBody(baseUrl: string, announced: OutgoingHttpHeaders): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const headers = { 'content-type': 'application/json', ...announced };
    const sent = httpRequest(`${baseUrl}/v1/guidelines/documents`, { method: 'POST', headers }, (answer) => {
      sent.destroy();
      answered(answer);
    });
    sent.once('error', failed).flushHeaders();
  });
}
