import { PassThrough } from 'node:stream';
import { ChatEndpoint, type Behaviour } from '../../../../libs/llm/test/chat-endpoint';
import { DIALECTS } from '../../../../libs/llm/test/dialects';
import { runCommandLine } from '../command-line';

const KEY = 'sample-key-0123';
const GOOD: Behaviour = {
  kind: 'content',
  content: '{"diagnoses":[{"diseaseId":"common-cold","name":"Common cold","probability":0.9}]}',
};

const endpoint = new ChatEndpoint();
const environment = { ...process.env };

beforeAll(() => endpoint.start());
afterAll(() => endpoint.stop());
beforeEach(() => {
  endpoint.dialect = { models: ['sample-model'] };
  endpoint.behaviour = GOOD;
  endpoint.seen.length = 0;
});
afterEach(() => {
  process.env = { ...environment };
});

async function check(settings: Record<string, string> = {}, ...flags: string[]) {
  const LLM = { LLM_BASE_URL: endpoint.baseUrl, LLM_MODEL: 'sample-model', LLM_API_KEY: KEY };
  process.env = { ...environment, ...LLM, ...settings };
  const out = new PassThrough();
  const err = new PassThrough();
  const code = await runCommandLine(['llm', 'check', ...flags], {
    knowledgeDir: '',
    bundleDir: '',
    prepareBundle: () => Promise.resolve(),
    out,
    err,
  });
  const said = { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') };
  expect(`${said.out}${said.err}`).not.toContain(KEY);
  return said;
}

/** The words with figures that vary taken out. */
const lines = (text: string) =>
  text
    .replace(/\d+\.\d\d s/g, 'n s')
    .trimEnd()
    .split('\n');

describe('openrounds llm check', () => {
  it('says in words what works, and asks four questions of nobody for it', async () => {
    const { code, out } = await check();
    expect(lines(out)).toEqual([
      `endpoint            ${endpoint.baseUrl}`,
      'reached             yes',
      'key accepted        yes',
      'model sample-model  there',
      'json_schema         works (first text after n s, whole after n s)',
      'json_object         works (first text after n s, whole after n s)',
      'text                works (first text after n s, whole after n s)',
      'in pieces           works (first text after n s, whole after n s)',
      'auto chooses        json_schema',
      '',
      'It can be used as it is configured.',
    ]);
    expect(code).toBe(0);
    expect(endpoint.seen.map(({ authorization }) => authorization)).toEqual(Array(4).fill(`Bearer ${KEY}`));
  });

  it.each(DIALECTS)('finds out what $name takes', async ({ name, auto, ...dialect }) => {
    endpoint.dialect = dialect;
    const { code, out } = await check({}, '--json');
    expect(JSON.parse(out)).toMatchObject({
      endpoint: endpoint.baseUrl,
      model: 'sample-model',
      reached: true,
      keyAccepted: true,
      modelThere: true,
      formats: { [auto]: { outcome: 'works' } },
      streaming: { outcome: 'works' },
      auto,
      usable: true,
    });
    expect([name, code]).toEqual([name, 0]);
  });

  it('says of each format why it is not the one', async () => {
    const [deepSeek, ollama] = ['DeepSeek', 'Ollama'].map((name) =>
      DIALECTS.find((each) => each.name === name),
    );
    endpoint.dialect = deepSeek ?? {};
    expect((await check()).out).toContain('refused (HTTP 400)');
    endpoint.dialect = ollama ?? {};
    const { out } = await check();
    expect(out).toMatch(/json_schema +gives an answer that cannot be read/);
    expect(out).toMatch(/json_object +says the schema back instead of an answer/);
  });

  it.each([
    ['a wrong key', 401, /key accepted +no[^]*text +not asked/, 'Look at LLM_API_KEY.'],
    ['an unknown model', 404, /model sample-model +not there/, 'Look at LLM_MODEL.'],
    ['an endpoint that fails', 500, /text +failed \(HTTP 500\)/, 'no format gives an answer'],
  ])('ends with 1 at %s, and repeats nothing that the endpoint wrote', async (_, status, row, advice) => {
    endpoint.behaviour = { kind: 'status', status, body: `{"error":{"message":"${KEY} unknown"}}` };
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toMatch(row);
    expect(out).toContain(advice);
  });

  it('knows a model that answers in pieces only', async () => {
    endpoint.dialect = {
      onFormat: (_, body, told) =>
        body.includes('"stream":true') ? told : { kind: 'status', status: 400, body: '{}' },
    };
    const { code, out } = await check();
    expect([code, out]).toEqual([1, expect.stringContaining('set LLM_STREAMING=true')]);
    expect((await check({ LLM_STREAMING: 'true' })).code).toBe(0);
  });

  it('looks into the list for a model that does not answer', async () => {
    endpoint.dialect = {
      models: ['another-model'],
      onFormat: () => ({ kind: 'status', status: 400, body: '{}' }),
    };
    const { code, out } = await check();
    expect([code, out]).toEqual([1, expect.stringMatching(/model sample-model +not there/)]);
  });

  it('ends with 1 where nobody listens, and shows no password of the address', async () => {
    // Nobody listens on the port of the discard protocol.
    const { code, out } = await check({ LLM_BASE_URL: 'http://user:hidden@127.0.0.1:9/v1?token=hidden' });
    expect(code).toBe(1);
    expect(out).toContain('http://127.0.0.1:9/v1\n');
    expect(out).toContain('nothing answers there');
    expect(out).not.toContain('hidden');
  });

  it('judges what is configured, not what would work', async () => {
    endpoint.dialect = DIALECTS.find(({ name }) => name === 'DeepSeek') ?? {};
    const { code, out } = await check({ LLM_STRUCTURED_OUTPUT: 'json_schema' });
    expect([code, out]).toEqual([1, expect.stringContaining('let LLM_STRUCTURED_OUTPUT be auto')]);
  });

  it.each([
    [{ LLM_BASE_URL: '' }, 2, 'set LLM_BASE_URL and LLM_MODEL'],
    [{ LLM_STRUCTURED_OUTPUT: 'xml' }, 1, 'LLM_STRUCTURED_OUTPUT'],
  ])('names what is wrong with %j', async (settings, code, named) => {
    const said = await check(settings);
    expect([said.code, said.err]).toEqual([code, expect.stringContaining(named)]);
    expect(endpoint.seen).toEqual([]);
  });
});
