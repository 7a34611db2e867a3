import { ChatEndpoint } from '../../../test/chat-endpoint';
import { describeLanguageModel } from '../../../test/language-model.conformance';
import { sampleRequest } from '../../../test/sample-request';
import { ANSWER_FORMATS } from '../../ports/answer-format';
import { type LlmCallOptions } from '../../ports/language-model';
import { RANKER } from '../../roles/ranker/ranker';
import { openAiCompatibleModel, type OpenAiCompatibleOptions } from './openai-compatible';

const endpoint = new ChatEndpoint();
const ANSWER = JSON.stringify({
  diagnoses: [{ diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism', probability: 0.6 }],
});

beforeAll(() => endpoint.start());
afterAll(() => endpoint.stop());
beforeEach(() => {
  endpoint.seen.length = 0;
  endpoint.behaviour = { kind: 'content', content: ANSWER };
  endpoint.first = [];
  endpoint.onRequest = () => undefined;
});

function model(options: Partial<OpenAiCompatibleOptions> = {}) {
  return openAiCompatibleModel({
    baseUrl: endpoint.baseUrl,
    model: 'sample-model',
    timeoutMs: 10_000,
    ...options,
  });
}

const ask = (asked: ReturnType<typeof model>, options?: LlmCallOptions) =>
  asked.ask(RANKER, sampleRequest(), options);

describe.each(ANSWER_FORMATS)('%s', (structuredOutput) => {
  describeLanguageModel('an OpenAI-compatible endpoint', (_, answer) => {
    endpoint.behaviour = { kind: 'content', content: JSON.stringify(answer) };
    return model({ structuredOutput });
  });
});

describe('what it sends', () => {
  it('is one chat completion with the coded facts, the diseases and the schema', async () => {
    await ask(model({ apiKey: 'sample-key' }));
    expect(endpoint.seen).toHaveLength(1);
    const [{ path, authorization, body } = { path: '', authorization: '', body: '{}' }] = endpoint.seen;
    expect([path, authorization]).toEqual(['/v1/chat/completions', 'Bearer sample-key']);
    const sent = JSON.parse(body);
    expect(sent).toMatchObject({
      model: 'sample-model',
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'ranker', strict: true } },
    });
    expect(sent.messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user']);
    expect(sent.messages[1].content).toContain('- Sudden breathlessness: present\n- Fever: absent\n');
    expect(sent.messages[1].content).toContain('- D-dimer: raised (uncertain)');
    expect(sent.messages[1].content).toContain('- pulmonary-embolism: Pulmonary embolism\n');
  });

  it('says how long an answer may be where that is limited', async () => {
    await ask(model({ maxAnswerTokens: 700 }));
    await ask(model());
    const limits = endpoint.seen.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(limits.map((sent) => sent['max_tokens'] ?? sent['max_completion_tokens'])).toEqual([
      700,
      undefined,
    ]);
  });

  it('has no temperature where the model accepts none', async () => {
    await ask(model({ temperature: null }));
    expect(JSON.parse(endpoint.seen[0]?.body ?? '')).not.toHaveProperty('temperature');
  });

  it('goes nowhere else, even if the endpoint sends it on', async () => {
    const elsewhere = new ChatEndpoint();
    await elsewhere.start();
    try {
      const headers = { location: `${elsewhere.baseUrl}/chat/completions` };
      endpoint.behaviour = { kind: 'status', status: 307, body: '', headers };
      const call = ask(model());
      await expect(call).rejects.toMatchObject({ code: 'refused', status: 307 });
      expect(elsewhere.seen).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  it.each([false, true])(
    'goes nowhere else, even if LangChain is told by the environment to trace; streaming: %p',
    async (streaming) => {
      const tracing = new ChatEndpoint();
      await tracing.start();
      const before = { ...process.env };
      Object.assign(process.env, {
        LANGSMITH_TRACING: 'true',
        LANGCHAIN_TRACING_V2: 'true',
        LANGSMITH_ENDPOINT: tracing.baseUrl,
        LANGSMITH_API_KEY: 'sample-key',
        LANGCHAIN_CALLBACKS_BACKGROUND: 'false',
      });
      try {
        tracing.behaviour = { kind: 'status', status: 200, body: '{}' };
        await ask(model({ streaming }));
        expect(endpoint.seen).toHaveLength(1);
        expect(tracing.seen).toEqual([]);
      } finally {
        process.env = before;
        await tracing.stop();
      }
    },
  );
});

describe('an endpoint that is busy', () => {
  it.each([
    ['seconds', '2', [2000]],
    ['more than there is time', '11', []],
    ['words', 'later', []],
  ])('is asked again as it says, told %s', async (_, retryAfter, waits) => {
    const waited: number[] = [];
    endpoint.first = [{ kind: 'status', status: 429, body: '{}', headers: { 'retry-after': retryAfter } }];
    const wait = (ms: number) => Promise.resolve(void waited.push(ms));
    const outcome = await ask(model({ wait })).then(
      () => 'answered',
      () => 'not answered',
    );
    expect([outcome, waited]).toEqual([waits.length > 0 ? 'answered' : 'not answered', waits]);
  });

  it('is not waited for longer than the caller waits', async () => {
    const caller = new AbortController();
    endpoint.first = [{ kind: 'status', status: 429, body: '{}', headers: { 'retry-after': '9' } }];
    const call = ask(
      model({
        wait: (_, signal) => {
          caller.abort();
          return signal.aborted ? Promise.reject(new Error('aborted')) : Promise.resolve();
        },
      }),
      { signal: caller.signal },
    );
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    expect(endpoint.seen).toHaveLength(1);
  });
});

describe('when there is no answer', () => {
  const fault = (options?: Partial<OpenAiCompatibleOptions>) =>
    ask(model(options)).then(
      () => undefined,
      (error: unknown) => error,
    );

  it.each([
    [401, 'refused', false],
    [404, 'refused', false],
    [408, 'timeout', true],
    [429, 'rate-limited', true],
    [500, 'unavailable', true],
    [503, 'unavailable', true],
  ])('HTTP %i is %s', async (status, code, passing) => {
    endpoint.behaviour = {
      kind: 'status',
      status,
      body: '{"error":{"message":"key sample-key, patient of 54"}}',
    };
    const error = await fault();
    expect(error).toMatchObject({ name: 'LlmFault', code, status, passing });
    expect(String(error)).not.toMatch(/sample-key|patient/);
    expect(endpoint.seen).toHaveLength(1);
  });

  it.each(['', 'Pulmonary embolism, most likely.', '{"diagnoses":', 'null'])(
    '%j is unusable',
    async (content) => {
      endpoint.behaviour = { kind: 'content', content };
      expect(await fault()).toMatchObject({ code: 'unusable-answer' });
    },
  );

  it('a body that is no completion is unusable', async () => {
    endpoint.behaviour = { kind: 'status', status: 200, body: '{}' };
    expect(await fault()).toMatchObject({ code: 'unusable-answer' });
  });

  it('silence is a timeout', async () => {
    endpoint.behaviour = { kind: 'silence' };
    expect(await fault({ timeoutMs: 50 })).toMatchObject({ code: 'timeout', passing: true });
  });

  it('is a timeout too where the caller waits less than is configured', async () => {
    endpoint.behaviour = { kind: 'silence' };
    const call = ask(model({ timeoutMs: 60_000 }), { timeoutMs: 50 });
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
  });

  it('a closed port is unreachable', async () => {
    const gone = new ChatEndpoint();
    await gone.start();
    const { baseUrl } = gone;
    await gone.stop();
    expect(await fault({ baseUrl })).toMatchObject({ code: 'unreachable', passing: true });
  });

  it('a caller may give up while it waits', async () => {
    const caller = new AbortController();
    endpoint.behaviour = { kind: 'silence' };
    endpoint.onRequest = () => caller.abort();
    const call = ask(model(), { signal: caller.signal });
    await expect(call).rejects.toMatchObject({ code: 'aborted', passing: false });
  });
});

describe('the probe', () => {
  it('is one question of nobody, and what it finds is used from then on', async () => {
    const asked = model();
    const { format } = asked;
    expect(format.state).toEqual({ format: 'json_schema', by: 'assumed' });
    expect(await format.probe()).toEqual({ format: 'json_schema', by: 'answered' });
    expect(endpoint.seen).toHaveLength(1);
    expect(endpoint.seen[0]?.body).toContain('age in years: unknown');
    await ask(asked);
    expect(endpoint.seen).toHaveLength(2);
  });

  it('asks nothing where the format is configured', async () => {
    const { format } = model({ structuredOutput: 'text' });
    expect(await format.probe()).toEqual({ format: 'text', by: 'configured' });
    expect(endpoint.seen).toEqual([]);
  });

  it('says why nothing is known, until a question is answered', async () => {
    const asked = model();
    const { format } = asked;
    endpoint.behaviour = { kind: 'status', status: 503, body: '{}' };
    expect(await format.probe()).toEqual({ format: 'json_schema', by: 'assumed', fault: 'unavailable' });
    endpoint.behaviour = { kind: 'content', content: ANSWER };
    await ask(asked);
    expect(format.state).toEqual({ format: 'json_schema', by: 'answered' });
  });

  it('can be called off', async () => {
    const { fault } = await model().format.probe(AbortSignal.abort());
    expect([fault, endpoint.seen]).toEqual(['aborted', []]);
  });
});

describe('an answer in pieces', () => {
  const first = (firstTextTimeoutMs: number) => model({ streaming: true, firstTextTimeoutMs });

  it('is given up where nothing of it comes in time', async () => {
    endpoint.behaviour = { kind: 'silence' };
    await expect(ask(first(20))).rejects.toMatchObject({ code: 'timeout' });
  });

  it('may take its time once it has begun', async () => {
    await expect(ask(first(5_000))).resolves.toMatchObject({ model: 'sample-model' });
  });

  it('can be called off while nothing has come', async () => {
    endpoint.behaviour = { kind: 'silence' };
    const called = new AbortController();
    endpoint.onRequest = () => {
      called.abort();
    };
    await expect(ask(first(5_000), { signal: called.signal })).rejects.toMatchObject({ code: 'aborted' });
  });
});
