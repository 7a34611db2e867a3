import { type Behaviour, ChatEndpoint } from '../../../test/chat-endpoint';
import { DIALECTS } from '../../../test/dialects';
import { sampleRequest } from '../../../test/sample-request';
import { type AnswerFormat } from '../../ports/answer-format';
import { LlmFault, type LlmFaultCode } from '../../ports/llm-fault';
import { type LanguageModel } from '../../ports/language-model';
import { RANKER } from '../../roles/ranker/ranker';
import { openAiCompatibleModel, type OpenAiCompatibleOptions } from './openai-compatible';

const ANSWER = JSON.stringify({
  diagnoses: [{ diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism', probability: 0.6 }],
});
const GOOD: Behaviour = { kind: 'content', content: ANSWER };
const limited = (retryAfter: string): Behaviour => ({
  kind: 'status',
  status: 429,
  body: '{}',
  headers: { 'retry-after': retryAfter },
});

/** What is right: an answer, or this fault. */
type Outcome = 'answer' | LlmFaultCode;

interface Situation {
  readonly when: string;
  readonly behaviour: Behaviour;
  /** Of the first request, where the others differ. */
  readonly first?: Behaviour;
  readonly whole: Outcome;
  readonly stream: Outcome;
  /** Where a format decides it. */
  readonly but?: Partial<Record<`${AnswerFormat} ${'whole' | 'stream'}`, Outcome>>;
  readonly options?: Partial<OpenAiCompatibleOptions>;
  /** Requests for it. */
  readonly asked?: number;
  /** What is right when the same is asked again. */
  readonly again?: Outcome;
}

const SHORT = { timeoutMs: 60 };

/** The endpoint does this; that is right. */
const SITUATIONS: readonly Situation[] = [
  { when: 'answers', behaviour: GOOD, whole: 'answer', stream: 'answer' },
  {
    when: 'is busy and says when to come back',
    first: limited('0'),
    behaviour: GOOD,
    whole: 'answer',
    stream: 'answer',
    asked: 2,
  },
  {
    when: 'is busy for longer than there is time',
    first: limited('3600'),
    behaviour: GOOD,
    whole: 'rate-limited',
    stream: 'rate-limited',
  },
  {
    when: 'is busy until a date far away',
    first: limited('Fri, 31 Dec 2999 23:59:59 GMT'),
    behaviour: GOOD,
    whole: 'rate-limited',
    stream: 'rate-limited',
  },
  {
    when: 'is busy again when it is asked again',
    behaviour: limited('0'),
    whole: 'rate-limited',
    stream: 'rate-limited',
    asked: 2,
  },
  {
    when: 'fails once, for the queue to ask again',
    first: { kind: 'status', status: 500, body: '{}' },
    behaviour: GOOD,
    whole: 'unavailable',
    stream: 'unavailable',
    again: 'answer',
  },
  { when: 'is silent', behaviour: { kind: 'silence' }, whole: 'timeout', stream: 'timeout', options: SHORT },
  { when: 'trickles', behaviour: { kind: 'trickle' }, whole: 'timeout', stream: 'timeout', options: SHORT },
  {
    when: 'breaks off',
    behaviour: { kind: 'cut', content: ANSWER },
    whole: 'unavailable',
    stream: 'unavailable',
  },
  {
    when: 'ends too early as if it were all',
    behaviour: { kind: 'cut', content: ANSWER, quietly: true },
    whole: 'unusable-answer',
    stream: 'unavailable',
  },
  {
    when: 'stops at its limit of length',
    behaviour: { kind: 'content', content: ANSWER, finishReason: 'length' },
    whole: 'unusable-answer',
    stream: 'unusable-answer',
  },
  {
    when: 'answers with prose',
    behaviour: { kind: 'content', content: 'Pulmonary embolism, most likely.' },
    whole: 'unusable-answer',
    stream: 'unusable-answer',
  },
  {
    when: 'answers with what is nearly JSON, in a fence',
    behaviour: { kind: 'content', content: `Here it is:\n\`\`\`json\n${ANSWER.replace(']', ',]')}\n\`\`\`` },
    whole: 'answer',
    stream: 'answer',
    // The client itself refuses what claims to keep a schema and is no JSON.
    but: { 'json_schema whole': 'unusable-answer' },
  },
  {
    when: 'answers with another shape',
    behaviour: { kind: 'content', content: '{"differential":["pulmonary embolism"]}' },
    whole: 'unusable-answer',
    stream: 'unusable-answer',
  },
  {
    when: 'answers with nothing but spaces',
    behaviour: { kind: 'content', content: '   ' },
    whole: 'unusable-answer',
    stream: 'unusable-answer',
  },
  {
    when: 'gives no choice',
    behaviour: { kind: 'no-choices' },
    whole: 'unusable-answer',
    stream: 'unusable-answer',
  },
  {
    when: 'never stops, and is stopped by the bytes',
    behaviour: { kind: 'endless' },
    whole: 'unusable-answer',
    stream: 'unusable-answer',
    options: { maxAnswerBytes: 65_536 },
  },
  {
    when: 'never stops, and is stopped by the time',
    behaviour: { kind: 'endless' },
    whole: 'timeout',
    stream: 'timeout',
    options: { ...SHORT, maxAnswerBytes: Number.MAX_SAFE_INTEGER },
  },
];

const CELLS = SITUATIONS.flatMap((situation) =>
  (['whole', 'stream'] as const).map((delivery) => ({ ...situation, delivery })),
);

const endpoint = new ChatEndpoint();
let cells = 0;
beforeAll(() => endpoint.start());
afterAll(() => endpoint.stop());

describe.each(DIALECTS)('an endpoint that speaks as $name does', (dialect) => {
  const formats = new Map<boolean, AnswerFormat>();

  beforeAll(async () => {
    endpoint.dialect = dialect;
    for (const streaming of [false, true]) {
      endpoint.behaviour = GOOD;
      const { format } = await modelFor({ streaming }).format.probe();
      formats.set(streaming, format);
    }
  });

  it.each([false, true])('is asked in the format that it takes; streaming: %p', (streaming) => {
    expect(formats.get(streaming)).toBe(dialect.auto);
  });

  it.each(CELLS)('$when, $delivery', async ({ behaviour, first, delivery, options, but, ...cell }) => {
    endpoint.behaviour = behaviour;
    endpoint.first = first === undefined ? [] : [first];
    // what was given up may arrive later: each asks under an address of its own
    cells += 1;
    const own = `cell-${String(cells)}`;
    const streaming = delivery === 'stream';
    const model = modelFor({
      baseUrl: `${endpoint.baseUrl}/${own}`,
      streaming,
      structuredOutput: formats.get(streaming),
      ...options,
    });
    const right = but?.[`${dialect.auto} ${delivery}`] ?? cell[delivery];
    expect(await outcomeOf(model)).toBe(right);
    // On a busy machine a short deadline may pass before the question has arrived.
    if (right === 'timeout') return;
    const seen = endpoint.seen.filter(({ path }) => path.split('/').includes(own));
    expect(seen).toHaveLength(cell.asked ?? 1);
    expect(JSON.parse(seen[0]?.body ?? '{}').stream ?? false).toBe(streaming);
    if (cell.again !== undefined) expect(await outcomeOf(model)).toBe(cell.again);
  });
});

/** The outcome of a question; a fault that is none of ours fails the test by its text. */
const outcomeOf = (model: LanguageModel): Promise<string> =>
  model.ask(RANKER, sampleRequest()).then(
    ({ value: { differential } }) => (differential[0]?.probability === 0.6 ? 'answer' : 'another answer'),
    (error: unknown) => (error instanceof LlmFault ? error.code : String(error)),
  );

function modelFor(options: Partial<OpenAiCompatibleOptions>) {
  return openAiCompatibleModel({
    baseUrl: endpoint.baseUrl,
    model: 'sample-model',
    timeoutMs: 10_000,
    ...options,
  });
}
