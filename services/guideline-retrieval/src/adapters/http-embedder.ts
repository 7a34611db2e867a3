import { API_VERSION } from '@openrounds/contracts';
import { createOutboundHttp, OutboundFault, type OutboundHttp } from '@openrounds/outbound-http';
import { type GuidelineRetrievalConfig, type Logger } from '@openrounds/platform';
import { z } from 'zod';
import { type Embedder, EmbeddingsUnavailable } from '../ports/embedder';

/** What the OpenAI embeddings protocol answers, as far as it is used. */
const Answer = z.object({
  data: z.array(
    z.object({
      index: z.number().int().min(0),
      embedding: z
        .array(z.number())
        .min(1)
        .max(8_192)
        .refine((vector) => vector.some((each) => each !== 0)),
    }),
  ),
});

const JOB_MS = 10_000;
/** Sixteen vectors of 8,192 numbers in words. */
const MAX_BYTES = 4_000_000;

/** The embedder that is configured; undefined where none is. */
export function configuredEmbedder(
  config: GuidelineRetrievalConfig,
  logger: Pick<Logger, 'info'>,
): Embedder | undefined {
  const {
    GUIDELINE_EMBEDDINGS_URL: url,
    GUIDELINE_EMBEDDINGS_MODEL: model,
    GUIDELINE_EMBEDDINGS_API_KEY: apiKey,
    GUIDELINE_EMBEDDINGS_TIMEOUT_MS: timeoutMs,
  } = config;
  if (url === undefined || model === undefined) return undefined;
  const { origin, hostname } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  // Whoever runs the installation names the host: it may be one of the house.
  const outbound = createOutboundHttp({
    userAgent: `OpenRounds/${API_VERSION}`,
    privateHosts: [hostname],
    loopbackOrigins: isHere ? [origin] : [],
    record: (entry) => {
      logger.info(entry, 'asked a foreign host');
    },
  });
  return new HttpEmbedder(outbound, { url, model, apiKey, timeoutMs });
}

interface Endpoint {
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly timeoutMs: number;
}

/** Any endpoint that speaks the OpenAI embeddings protocol. */
class HttpEmbedder implements Embedder {
  constructor(
    private readonly outbound: OutboundHttp,
    private readonly endpoint: Endpoint,
  ) {}

  get model(): string {
    return this.endpoint.model;
  }

  async embed(texts: readonly string[], patience: 'asked' | 'job'): Promise<readonly (readonly number[])[]> {
    const vectors = await this.ask(texts, patience === 'asked' ? this.endpoint.timeoutMs : JOB_MS);
    const [first] = vectors;
    if (vectors.length !== texts.length || vectors.some(({ length }) => length !== first?.length))
      throw new EmbeddingsUnavailable('the answer has not a vector of one length for each text');
    return vectors;
  }

  private async ask(texts: readonly string[], totalMs: number): Promise<(readonly number[])[]> {
    const { url, model, apiKey } = this.endpoint;
    const asked = this.outbound.ask({
      purpose: 'guideline-embeddings',
      url: `${url.replace(/\/$/, '')}/embeddings`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      totalMs,
      maxBytes: MAX_BYTES,
    });
    const { status, json } = await asked.catch((error: unknown) => {
      if (error instanceof OutboundFault) throw new EmbeddingsUnavailable(error.code);
      throw error;
    });
    const answer = status === 200 ? Answer.safeParse(json).data : undefined;
    if (answer === undefined)
      throw new EmbeddingsUnavailable(`the answer, ${String(status)}, has no vectors`);
    const inOrder = answer.data.toSorted((one, other) => one.index - other.index);
    if (inOrder.some(({ index }, place) => index !== place))
      throw new EmbeddingsUnavailable('the answer does not say whose vectors they are');
    return inOrder.map(({ embedding }) => embedding);
  }
}
