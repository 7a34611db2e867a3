import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ImportGuidelineInput, type GuidelineDocument } from '@openrounds/contracts';
import { runCommandLine } from '../command-line';

const KEY = 'ork_author';
const DOCUMENT: GuidelineDocument = {
  id: '01a1f85e-fb07-783b-9f5a-04b32bd29fb7',
  title: 'Acute asthma',
  publisher: 'Ward 3',
  year: 2025,
  region: 'international',
  language: 'en',
  licence: 'internal use',
  source: 'Ward 3',
  supersedes: null,
  supersededBy: null,
  status: 'active',
  mediaType: 'text/markdown',
  sha256: 'a'.repeat(64),
  bytes: 20,
  pages: null,
  passages: 12,
  createdAt: '2026-11-20T09:00:00.000Z',
  withdrawnAt: null,
};
const OLDER: GuidelineDocument = {
  ...DOCUMENT,
  id: '01a1f85e-fb07-783b-9f5a-04b32bd29fb6',
  year: 2021,
  passages: 1,
  supersededBy: DOCUMENT.id,
  status: 'superseded',
};
const GONE = { type: '/problems/not-found', title: 'There is no such resource', status: 404 };
const LOCKED = {
  type: '/problems/invalid-request',
  title: 'The request is well-formed but not valid',
  status: 422,
  errors: [{ pointer: '/content', code: 'encrypted', message: 'the file is locked by a password' }],
};

describe('guidelines', () => {
  let folder: string;
  let server: Server;
  let deleted: string[] = [];
  /** How often it was asked how far imports are; none ends before the second time, where it is held. */
  let asked = 0;
  let held = Promise.resolve();
  let letGo: () => void = () => undefined;
  let came: { readonly key: string | undefined; readonly body: ImportGuidelineInput }[] = [];

  /** Takes Markdown, finds every PDF locked, and has two pages of a single document each. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/v1/guidelines/imports') {
      asked += 1;
      const { id, title, sha256, passages, createdAt } = DOCUMENT;
      const others = { id, title, passages, arrived: 4, begunAt: createdAt };
      const own = {
        ...others,
        sha256: createHash('sha256').update('# Acute asthma').digest('hex'),
        arrived: 9,
      };
      response.end(JSON.stringify({ items: [{ ...others, sha256 }, own] }));
      if (asked === 2) letGo();
      return;
    }
    if (request.method === 'GET') {
      const page = searchParams.has('cursor')
        ? { items: [OLDER], nextCursor: null }
        : { items: [DOCUMENT], nextCursor: 'more' };
      response.end(JSON.stringify(page));
      return;
    }
    if (request.method === 'DELETE') {
      deleted.push(pathname);
      const isThere = pathname.endsWith(DOCUMENT.id);
      response.writeHead(isThere ? 204 : 404).end(isThere ? undefined : JSON.stringify(GONE));
      return;
    }
    const body = ImportGuidelineInput.parse(JSON.parse(await text(request)));
    came.push({ key: request.headers.authorization, body });
    await held;
    const isTaken = body.mediaType === 'text/markdown';
    const taken = came.filter((each) => each.body.content === body.content).length === 1 ? 201 : 200;
    response.writeHead(isTaken ? taken : 422).end(JSON.stringify(isTaken ? DOCUMENT : LOCKED));
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guidelines-'));
    writeFileSync(join(folder, 'key'), `${KEY}\n`);
    writeFileSync(join(folder, 'asthma.md'), '# Acute asthma');
    writeFileSync(join(folder, 'locked.pdf'), '%PDF-1.7');
    writeFileSync(join(folder, 'large.md'), '');
    truncateSync(join(folder, 'large.md'), 8 * 1024 * 1024 + 1);
    server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    came = [];
    deleted = [];
  });

  const file = (name: string): string => join(folder, name);
  const run = (...given: string[]) => runBefore(new PassThrough(), given);
  async function runBefore(
    err: PassThrough,
    given: readonly string[],
  ): Promise<{ code: number; out: string; err: string }> {
    const out = new PassThrough();
    const { port } = server.address() as AddressInfo;
    const argv = [
      ...['guidelines', ...given, '--key-file', file('key')],
      ...['--server', `http://127.0.0.1:${String(port)}`],
    ];
    const prepareBundle = () => Promise.resolve();
    const code = await runCommandLine(argv, { knowledgeDir: '', bundleDir: '', prepareBundle, out, err });
    out.end();
    err.end();
    return { code, out: await text(out), err: await text(err) };
  }
  const SAID = ['--licence', 'internal use', '--source', 'Ward 3', '--year', '2025'];

  it('sends each file with what is said of it, and goes on after one that is refused', async () => {
    const { code, out } = await run(
      'import',
      file('locked.pdf'),
      file('asthma.md'),
      ...SAID,
      '--language',
      'en',
    );
    expect(code).toBe(1);
    const [refused, taken] = out.trim().split('\n');
    expect(refused).toMatch(/locked\.pdf: .*\/content the file is locked by a password/);
    expect(taken).toBe(`${file('asthma.md')}: Acute asthma, 12 passages, document ${DOCUMENT.id}`);
    expect(came[1]).toEqual({
      key: `Bearer ${KEY}`,
      body: {
        mediaType: 'text/markdown',
        content: Buffer.from('# Acute asthma').toString('base64'),
        licence: 'internal use',
        source: 'Ward 3',
        year: 2025,
        region: 'international',
        language: 'en',
      },
    });
  });

  it('tells on a terminal how much of a file has come', async () => {
    held = new Promise((resolve) => (letGo = resolve));
    const terminal = Object.assign(new PassThrough(), { isTTY: true });
    const { code, err } = await runBefore(terminal, ['import', file('asthma.md'), ...SAID]);
    expect(code).toBe(0);
    expect(err).toContain(`\r${file('asthma.md')}, 1 of 1, 9 of 12 passages, `);
  });

  it('says of a file that it was there already', async () => {
    const { code, out } = await run('import', file('asthma.md'), file('asthma.md'), ...SAID);
    expect(code).toBe(0);
    expect(out.trim().split('\n')[1]).toMatch(/, was there already$/);
  });

  it.each([
    ['another kind of file', ['notes.txt', ...SAID], /ends in one of/],
    ['a file that is not there', ['gone.md', ...SAID], /cannot be read/],
    ['a file that is too large', ['large.md', ...SAID], /larger than 8388608 bytes/],
    ['no licence', ['asthma.md', '--source', 'Ward 3', '--year', '2025'], /--licence/],
    ['a year that is none', ['asthma.md', ...SAID, '--year', 'last'], /--year/],
    ['one title for two files', ['asthma.md', 'asthma.md', ...SAID, '--title', 'x'], /single file/],
  ])('refuses %s before anything is sent', async (_what, given, said) => {
    const { code, err } = await run(
      'import',
      ...given.map((each) => (/\.\w+$/.test(each) ? file(each) : each)),
    );
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(came).toEqual([]);
  });

  it('lists every document, one a line or as JSON', async () => {
    const listed = await run('list');
    expect(listed.code).toBe(0);
    expect(listed.out.trim().split('\n')).toEqual([
      `${DOCUMENT.id}: Acute asthma, Ward 3, 2025, international, en, 12 passages, active`,
      `${OLDER.id}: Acute asthma, Ward 3, 2021, international, en, 1 passage, superseded by ${DOCUMENT.id}`,
    ]);
    expect(JSON.parse((await run('list', '--json')).out)).toEqual([DOCUMENT, OLDER]);
  });

  it('withdraws each document, and goes on after one that is not there', async () => {
    const gone = '01a1f85e-fb07-783b-9f5a-04b32bd29fb0';
    const { code, out } = await run('withdraw', gone, DOCUMENT.id);
    expect(code).toBe(1);
    const [refused, withdrawn] = out.trim().split('\n');
    expect(refused).toMatch(new RegExp(`^${gone}: .* 404: There is no such resource`));
    expect(withdrawn).toBe(`${DOCUMENT.id}: withdrawn`);
    expect(deleted).toEqual([gone, DOCUMENT.id].map((id) => `/v1/guidelines/documents/${id}`));
  });
});
