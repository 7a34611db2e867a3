import { z } from 'zod';
import { ANSWER_FORMATS, type AnswerFormat } from '../../ports/answer-format';
import { type AskedOutcome, type EndpointCheck } from '../../ports/endpoint-check';
import { LlmFault } from '../../ports/llm-fault';
import { completions } from './completion';
import { guardedFetch } from './guarded-fetch';
import { type OpenAiCompatibleOptions } from './openai-compatible';
import { Question } from './question';
import { TINY_QUESTION } from './tiny-question';

const MAX_LIST_BYTES = 1024 * 1024;
const ModelList = z.object({ data: z.array(z.object({ id: z.string() })) });
const NO_ENTRY = [401, 403];
/** What holds whatever is asked, and in whichever format. */
const HOPELESS = [...NO_ENTRY, 404];

/**
 * Asks an endpoint for its models and, in each format and in pieces, the question of a probe.
 *
 * @throws TypeError if the address is none.
 */
export async function checkEndpoint(options: OpenAiCompatibleOptions): Promise<EndpointCheck> {
  const { model, structuredOutput = 'auto', streaming = false } = options;
  const { origin, pathname } = new URL(options.baseUrl);
  const listed = await listModels(options);
  const first = await ask(options, 'json_schema');
  const next = (each: OpenAiCompatibleOptions, format: AnswerFormat): Promise<AskedOutcome> =>
    isHopeless(first) ? Promise.resolve({ outcome: 'not-asked' }) : ask(each, format);
  const formats = {
    json_schema: first,
    json_object: await next(options, 'json_object'),
    text: await next(options, 'text'),
  };
  const auto = ANSWER_FORMATS.find((format) => formats[format].outcome === 'works') ?? null;
  const inPieces = await next({ ...options, streaming: true }, auto ?? 'text');
  const used = structuredOutput === 'auto' ? auto : structuredOutput;
  const all = [...Object.values(formats), inPieces];
  return {
    endpoint: `${origin}${pathname}`,
    model,
    reached: listed.status !== undefined || all.some(wasThere),
    keyAccepted: keyAccepted(listed.status, all),
    modelThere: modelThere(listed.ids, model, all),
    formats,
    streaming: inPieces,
    auto,
    usable: used !== null && works(formats[used]) && (!streaming || works(inPieces)),
  };
}

async function ask(options: OpenAiCompatibleOptions, format: AnswerFormat): Promise<AskedOutcome> {
  const start = performance.now();
  try {
    const question = new Question(completions(options), TINY_QUESTION, options.timeoutMs, {}, options.wait);
    const read = await question.read(format);
    if (read.kind !== 'answer') return { outcome: read.kind === 'echo' ? 'echoes' : 'unreadable' };
    const wholeMs = performance.now() - start;
    return { outcome: 'works', firstTextMs: Math.round(read.firstTextMs), wholeMs: Math.round(wholeMs) };
  } catch (error) {
    const { code, status } = error instanceof LlmFault ? error : new LlmFault('unusable-answer');
    if (code === 'unusable-answer') return { outcome: 'unreadable' };
    return { outcome: 'fault', code, ...(status !== undefined && { status }) };
  }
}

interface Listed {
  /** Absent: no answer. */
  readonly status?: number;
  /** Absent: not every endpoint has a list. */
  readonly ids?: readonly string[];
}

async function listModels({ baseUrl, apiKey, timeoutMs }: OpenAiCompatibleOptions): Promise<Listed> {
  try {
    const response = await guardedFetch(MAX_LIST_BYTES)(`${baseUrl.replace(/\/$/, '')}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const list = ModelList.safeParse(await response.json().catch(() => undefined));
    return {
      status: response.status,
      ...(response.ok && list.success && { ids: list.data.data.map(({ id }) => id) }),
    };
  } catch {
    return {};
  }
}

const works = ({ outcome }: AskedOutcome): boolean => outcome === 'works';

const isHopeless = (asked: AskedOutcome): boolean =>
  asked.outcome === 'fault' &&
  (asked.code === 'unreachable' || (asked.status !== undefined && HOPELESS.includes(asked.status)));

const hasAnswered = ({ outcome }: AskedOutcome): boolean => outcome !== 'fault' && outcome !== 'not-asked';

/** Whatever it answered, an endpoint was there to do so. */
const wasThere = (asked: AskedOutcome): boolean =>
  hasAnswered(asked) ||
  (asked.outcome === 'fault' && (asked.status !== undefined || asked.code === 'unavailable'));

const statusOf = (asked: AskedOutcome): number | undefined =>
  asked.outcome === 'fault' ? asked.status : undefined;

function keyAccepted(listStatus: number | undefined, all: readonly AskedOutcome[]): boolean | null {
  if (all.some(hasAnswered)) return true;
  if (
    [listStatus, ...all.map(statusOf)].some((status) => status !== undefined && NO_ENTRY.includes(status))
  ) {
    return false;
  }
  return listStatus === 200 ? true : null;
}

/** A model that answers is there, whatever the list says: some know a model by more than one name. */
function modelThere(
  ids: readonly string[] | undefined,
  model: string,
  all: readonly AskedOutcome[],
): boolean | null {
  if (all.some(hasAnswered)) return true;
  if (ids !== undefined) return ids.includes(model);
  return all.some((asked) => statusOf(asked) === 404) ? false : null;
}
