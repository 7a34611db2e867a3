import { z } from 'zod';
import { Flag, readEnvironment } from './environment';

const DAY_SECONDS = 86_400;

/** What every service is told. Names are those of docs/operations.md. */
export const ServiceEnvironment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Postgres, as this service's own role. */
  DATABASE_URL: z.url(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(5),
  /** Postgres that holds the queues; used when no Redis is given. */
  QUEUE_DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url().optional(),
  /** Bundle store: knowledge versions by hash. */
  KNOWLEDGE_DIR: z.string().default('knowledge/dist'),
  /** The key folder: those of its parts (`sealing`, `log`, `queue`, `room`) that the service needs. */
  KEYS_DIR: z.string(),
  /** Name of the explanation log in its checkpoints: by convention a URL without scheme. */
  LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]+$/)
    .default('openrounds.invalid/explanation-log'),
  /** Brings the service's schema up to date before it starts. */
  MIGRATE_ON_START: Flag,
  /** Brings the schema up to date and ends the process: for a job that runs before a new version is rolled out. */
  MIGRATE_ONLY: Flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Tells one process of a service from another: names its reply queue. */
  INSTANCE_ID: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .default('0'),
  CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  SHUTDOWN_SECONDS: z.coerce.number().min(1).max(300).default(10),
  /** A job whose worker died is taken up by another after about this long. */
  STALLED_SECONDS: z.coerce.number().min(1).max(300).default(15),
  /** From acceptance: an older run fails, and until then no outage of a database or queue makes it fail. */
  RUN_TIMEOUT_SECONDS: z.coerce.number().min(1).default(600),
  RETENTION_NARRATIVE_SECONDS: z.coerce
    .number()
    .int()
    .min(60)
    .default(180 * DAY_SECONDS),
  RETENTION_IDEMPOTENCY_SECONDS: z.coerce.number().int().min(1).default(DAY_SECONDS),
});
export type ServiceConfig = z.output<typeof ServiceEnvironment>;

const Tokens = z.coerce.number().int().min(1).optional();

export const LlmEnvironment = z.object({
  /** Where answers come from: an endpoint, a recording (`LLM_RECORDING`), or the script of the demonstration. */
  LLM_ADAPTER: z.enum(['endpoint', 'recorded', 'scripted']).default('endpoint'),
  /** A recording that `openrounds llm record` made. */
  LLM_RECORDING: z.string().optional(),
  /** Any endpoint that speaks the OpenAI chat protocol; none: the LLM is off. */
  LLM_BASE_URL: z.url().optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_TIMEOUT_SECONDS: z.coerce.number().min(1).max(300).default(30),
  /** How the endpoint is held to the schema of an answer; `auto` finds out what it takes. */
  LLM_STRUCTURED_OUTPUT: z.enum(['auto', 'json_schema', 'json_object', 'text']).default('auto'),
  /** Takes the answer in pieces: some thinking models answer in no other way. */
  LLM_STREAMING: Flag,
  /** In pieces: how long an endpoint may take to the first of them. */
  LLM_FIRST_TEXT_SECONDS: z.coerce.number().min(1).max(300).default(5),
  /** Told to the endpoint as `max_tokens`; none: what it allows by itself. */
  LLM_MAX_ANSWER_TOKENS: Tokens,
  /** A question whose prompt is longer, in bytes of UTF-8, is not asked. */
  LLM_MAX_PROMPT_BYTES: z.coerce.number().int().min(1_000).default(131_072),
  /** Tokens on one day (UTC); none: no limit. */
  LLM_USER_TOKENS_PER_DAY: Tokens,
  LLM_TENANT_TOKENS_PER_DAY: Tokens,
  LLM_TOKENS_PER_DAY: Tokens,
  /** How long answers are kept for the same question; 0: not at all. Never longer than narratives. */
  LLM_CACHE_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(30 * DAY_SECONDS),
});
export type LlmConfig = z.output<typeof LlmEnvironment>;

export const readServiceConfig = (): ServiceConfig => readEnvironment(ServiceEnvironment);
export const readLlmConfig = (): LlmConfig => readEnvironment(LlmEnvironment);
