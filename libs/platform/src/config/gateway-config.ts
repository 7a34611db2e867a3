import { z } from 'zod';
import { CommaList, Flag, readEnvironment } from './environment';
import { LlmEnvironment, ServiceEnvironment } from './service-config';

export const GatewayEnvironment = z.object({
  ...ServiceEnvironment.shape,
  ...LlmEnvironment.pick({ LLM_BASE_URL: true, LLM_MODEL: true }).shape,
  /** The embedded default: a local key, the console signs itself in from loopback, no rate limit for it. */
  EMBEDDED: Flag,
  /** File that holds the local API key (0600); its SHA-256 goes into the database at start. */
  LOCAL_API_KEY_FILE: z.string().optional(),
  /** One-time code that the console exchanges for a session. */
  START_CODE: z.string().min(8).optional(),
  CONSOLE_DIR: z.string().optional(),
  OPENAPI_FILE: z.string().default('openapi/openrounds.v1.yaml'),
  /** Host names (without port) that are served, besides loopback. */
  ALLOWED_HOSTS: CommaList,
  /** Behind TLS the session cookie is marked Secure. */
  SECURE_COOKIES: Flag,
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  MAX_QUEUED_RUNS: z.coerce.number().int().min(1).default(2000),
  MAX_OUTBOX_AGE_SECONDS: z.coerce.number().min(1).default(30),
  RUN_TIMEOUT_SECONDS: z.coerce.number().min(1).default(600),
  /** How long a run may make no progress before the reconciler looks for its job. */
  RECONCILE_AFTER_SECONDS: z.coerce.number().min(0.1).default(20),
  REQUEST_DEADLINE_MS: z.coerce.number().int().min(10).default(2000),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  JWT_JWKS_URL: z.url().optional(),
  JWT_ALGORITHMS: z
    .string()
    .default('RS256,ES256,EdDSA')
    .transform((value) => value.split(',').map((name) => name.trim())),
});
export type GatewayConfig = z.output<typeof GatewayEnvironment>;
export const readGatewayConfig = (): GatewayConfig => readEnvironment(GatewayEnvironment);
