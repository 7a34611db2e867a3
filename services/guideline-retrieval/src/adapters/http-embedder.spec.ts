import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { GuidelineRetrievalEnvironment } from '@openrounds/platform';
import { type Embedder, EmbeddingsUnavailable } from '../ports/embedder';
import { configuredEmbedder } from './http-embedder';

const GIVEN = { DATABASE_URL: 'postgres://localhost/openrounds', KEYS_DIR: 'keys' };
const MODEL = { GUIDELINE_EMBEDDINGS_MODEL: 'some-model' };
const vector = (index: number, embedding: unknown = [index + 1, 0]) => ({
  object: 'embedding',
  index,
  embedding,
});

describe('HttpEmbedder', () => {
  let server: Server;
  let answer: { readonly status: number; readonly body: string } | 'silence';
  let asked: { readonly url: string | undefined; readonly key: string | undefined; readonly body: unknown }[];
  let logged: unknown[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString('utf8')));
      request.on('end', () => {
        asked.push({ url: request.url, key: request.headers.authorization, body: JSON.parse(text) });
        if (answer === 'silence') return;
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    [asked, logged] = [[], []];
  });

  const embedder = (changes: Record<string, string> = {}): Embedder => {
    const { port } = server.address() as AddressInfo;
    const config = GuidelineRetrievalEnvironment.parse({
      ...GIVEN,
      ...MODEL,
      GUIDELINE_EMBEDDINGS_URL: `http://127.0.0.1:${String(port)}/v1/`,
      GUIDELINE_EMBEDDINGS_API_KEY: 'secret',
      ...changes,
    });
    const made = configuredEmbedder(config, { info: (entry: unknown) => logged.push(entry) });
    if (made === undefined) throw new Error('an endpoint is configured');
    return made;
  };
  const says = (data: unknown, status = 200): void => {
    answer = { status, body: JSON.stringify({ object: 'list', data }) };
  };

  it('asks as the OpenAI protocol has it, takes vectors by their index, and logs no text', async () => {
    says([vector(1), vector(0)]);
    expect(await embedder().embed(['one', 'two'], 'asked')).toEqual([
      [1, 0],
      [2, 0],
    ]);
    const body = { model: 'some-model', input: ['one', 'two'], encoding_format: 'float' };
    expect(asked).toEqual([{ url: '/v1/embeddings', key: 'Bearer secret', body }]);
    expect(JSON.stringify(logged)).not.toMatch(/one|two|secret/);
  });

  it.each([
    ['too few', [vector(0)]],
    ['of different lengths', [vector(0), vector(1, [1])]],
    ['without numbers', [vector(0), vector(1, ['x', 'y'])]],
    ['that point nowhere', [vector(0), vector(1, [0, 0])]],
    ['of a text twice', [vector(0), vector(0)]],
    ['in another form', { vectors: [] }],
  ])('does not take vectors %s', async (_what, data) => {
    says(data);
    await expect(embedder().embed(['one', 'two'], 'asked')).rejects.toThrow(EmbeddingsUnavailable);
  });

  it('gives up an endpoint that refuses, is slow, or is not there', async () => {
    says([], 500);
    await expect(embedder().embed(['one'], 'job')).rejects.toThrow(EmbeddingsUnavailable);
    answer = 'silence';
    const impatient = embedder({ GUIDELINE_EMBEDDINGS_TIMEOUT_MS: '50' });
    await expect(impatient.embed(['one'], 'asked')).rejects.toThrow(/timeout/);
    const nobody = embedder({ GUIDELINE_EMBEDDINGS_URL: 'http://127.0.0.1:1/v1' });
    await expect(nobody.embed(['one'], 'asked')).rejects.toThrow(/unreachable/);
    const plain = embedder({ GUIDELINE_EMBEDDINGS_URL: 'http://models.example/v1' });
    await expect(plain.embed(['one'], 'asked')).rejects.toThrow(/url-refused/);
  });

  it('is off unless address and model are given, and half of them is a mistake', () => {
    expect(
      configuredEmbedder(GuidelineRetrievalEnvironment.parse(GIVEN), { info: () => undefined }),
    ).toBeUndefined();
    expect(GuidelineRetrievalEnvironment.safeParse({ ...GIVEN, ...MODEL }).success).toBe(false);
  });
});
