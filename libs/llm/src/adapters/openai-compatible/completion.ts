import { AIMessageChunk, HumanMessage, SystemMessage, type UsageMetadata } from '@langchain/core/messages';
import { ChatOpenAI, type ChatOpenAICallOptions } from '@langchain/openai';
import { type AnswerShape, framed } from '../../answers/answer-shape';
import { type AnswerFormat } from '../../ports/answer-format';
import { type LlmUsage } from '../../ports/language-model';
import { LlmFault } from '../../ports/llm-fault';
import { type Prompt } from '../../ports/role';
import { guardedFetch } from './guarded-fetch';
import { untraced } from './untraced';

/** Where and how to ask. */
export interface EndpointOptions {
  /** Up to and including the version, e.g. `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Not every endpoint asks for one. */
  readonly apiKey?: string | undefined;
  /** 0 by default, so that a class sees the same opinion twice where the model can; null where it accepts none. */
  readonly temperature?: number | null | undefined;
  /** Takes the answer in pieces: some thinking models answer in no other way. */
  readonly streaming?: boolean | undefined;
  /** Longest answer on the wire. By default 4 MiB: room for the thoughts of a model, each word in its envelope. */
  readonly maxAnswerBytes?: number | undefined;
  /** Longest answer in tokens, as the endpoint counts them. By default what it allows by itself. */
  readonly maxAnswerTokens?: number | undefined;
  /** Milliseconds to the first piece, where the answer comes in pieces. By default as long as for the whole. */
  readonly firstTextTimeoutMs?: number | undefined;
}

/** What a model wrote. */
export interface Completion {
  readonly text: string;
  /** Milliseconds from the question to the first piece of text; of a whole answer to its end. */
  readonly firstTextMs: number;
  readonly usage?: LlmUsage | undefined;
}

/** What is asked, whichever format it is put in. */
export interface Asked {
  readonly prompt: Prompt;
  readonly shape: AnswerShape;
}

/** Asks one question in one format, once. Throws what the client throws: see `faultOf`. */
export type Complete = (format: AnswerFormat, asked: Asked, signal: AbortSignal) => Promise<Completion>;

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** The client refuses to start without a key; endpoints that need none ignore it. */
const NO_KEY = 'none';

function responseFormat(
  format: AnswerFormat,
  { name, jsonSchema }: AnswerShape,
): ChatOpenAICallOptions['response_format'] {
  switch (format) {
    case 'json_schema':
      return { type: format, json_schema: { name, strict: true, schema: { ...jsonSchema } } };
    case 'json_object':
      return { type: format };
    case 'text':
      return undefined;
  }
}

export function completions(options: EndpointOptions): Complete {
  const { streaming = false, firstTextTimeoutMs } = options;
  const chat = chatOf(options);
  return (format, { prompt, shape }, signal) => {
    const { system, user } = framed(prompt, shape, format);
    const held = responseFormat(format, shape);
    const messages = [new SystemMessage(system), new HumanMessage(user)];
    const call = { signal, ...(held && { response_format: held }) };
    return untraced(() =>
      streaming ? inPieces(chat, messages, call, firstTextTimeoutMs) : whole(chat, messages, call),
    );
  };
}

function chatOf(options: EndpointOptions): ChatOpenAI {
  const { baseUrl, model, apiKey, temperature = 0, maxAnswerBytes, maxAnswerTokens } = options;
  return new ChatOpenAI({
    model,
    apiKey: apiKey ?? NO_KEY,
    ...(temperature === null ? {} : { temperature }),
    ...(maxAnswerTokens === undefined ? {} : { maxTokens: maxAnswerTokens }),
    maxRetries: 0,
    useResponsesApi: false,
    streamUsage: false,
    configuration: {
      baseURL: baseUrl,
      // The client would otherwise take organisation and project from variables meant for another program.
      organization: null,
      project: null,
      fetch: guardedFetch(maxAnswerBytes ?? MAX_ANSWER_BYTES),
    },
  });
}

type Call = ChatOpenAICallOptions & { readonly signal: AbortSignal };
type Messages = readonly (SystemMessage | HumanMessage)[];

async function whole(chat: ChatOpenAI, messages: Messages, call: ChatOpenAICallOptions): Promise<Completion> {
  const start = performance.now();
  const message = await chat.invoke([...messages], call);
  refuseCutShort(message.response_metadata['finish_reason']);
  return {
    text: message.text,
    firstTextMs: performance.now() - start,
    usage: usageOf(message.usage_metadata),
  };
}

/**
 * By the generator beneath `stream` and `invoke`: the former traces whatever {@link untraced} says, the latter fetches a
 * table of tokens from a public site.
 */
async function inPieces(
  chat: ChatOpenAI,
  messages: Messages,
  asked: Call,
  firstTextTimeoutMs: number | undefined,
): Promise<Completion> {
  const start = performance.now();
  const first = new FirstSign(asked.signal, firstTextTimeoutMs);
  const call = { ...asked, signal: first.signal };
  try {
    return await readPieces(chat._streamResponseChunks([...messages], call), first, start);
  } catch (error) {
    throw first.isLate ? new LlmFault('timeout') : error;
  } finally {
    first.stop();
  }
}

/** Ends a call of which nothing has come in time; a thought is a sign too. */
class FirstSign {
  readonly signal: AbortSignal;
  private readonly late = new AbortController();
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal, timeoutMs: number | undefined) {
    this.signal = AbortSignal.any([signal, this.late.signal]);
    if (timeoutMs !== undefined) {
      this.timer = setTimeout(() => {
        this.late.abort();
      }, timeoutMs);
    }
  }

  get isLate(): boolean {
    return this.late.signal.aborted;
  }

  /** Something has come, or nothing will. */
  stop(): void {
    clearTimeout(this.timer);
  }
}

async function readPieces(
  pieces: ReturnType<ChatOpenAI['_streamResponseChunks']>,
  first: FirstSign,
  start: number,
): Promise<Completion> {
  let firstTextMs: number | undefined;
  let text = '';
  let end: unknown;
  let usage: LlmUsage | undefined;
  for await (const piece of pieces) {
    first.stop();
    text += piece.text;
    if (piece.text !== '') firstTextMs ??= performance.now() - start;
    end = piece.generationInfo?.['finish_reason'] ?? end;
    if (piece.message instanceof AIMessageChunk) usage = usageOf(piece.message.usage_metadata) ?? usage;
  }
  // It ends without a word when it is called off.
  first.signal.throwIfAborted();
  // A stream that nobody ended broke off: what came of it may look complete and is not.
  if (end === undefined && text !== '') throw new LlmFault('unavailable');
  refuseCutShort(end);
  return { text, firstTextMs: firstTextMs ?? performance.now() - start, usage };
}

/** An endpoint that does not count leaves both out. */
function usageOf(counted: Partial<UsageMetadata> | undefined): LlmUsage | undefined {
  if (counted?.input_tokens === undefined || counted.output_tokens === undefined) return undefined;
  return { promptTokens: counted.input_tokens, completionTokens: counted.output_tokens };
}

/** Half an answer, repaired, would be read as a whole one. */
function refuseCutShort(finishReason: unknown): void {
  if (finishReason === 'length' || finishReason === 'content_filter') throw new LlmFault('unusable-answer');
}
