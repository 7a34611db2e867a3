import { z } from 'zod';
import { keySetProblem } from './key-set-url';
import { CommaList, Flag, readEnvironment } from './environment';
import { LlmEnvironment, ServiceEnvironment } from './service-config';

/** Signatures by a private key (RFC 7518, RFC 8037): what only the issuer can make. `none` and secrets are not among them. */
const SIGNATURES = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

const Settings = z.object({
  ...ServiceEnvironment.shape,
  ...LlmEnvironment.pick({ LLM_ADAPTER: true, LLM_BASE_URL: true, LLM_MODEL: true }).shape,
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
  /**
   * Where the phones of a class reach an installation that serves nobody else: whoever comes from another machine
   * gets rooms and the page for phones, and only with a teacher's key the rest.
   */
  CLASS_ORIGIN: z.url().optional(),
  /** Where the installation is reached from outside; with it learning platforms can be registered. */
  PUBLIC_URL: z.url().optional(),
  /** How long somebody who came in by a launch stays signed in. */
  LTI_SESSION_SECONDS: z.coerce.number().int().min(300).max(86_400).default(28_800),
  /** How long a browser session lasts at most, however much it is used. */
  SESSION_SECONDS: z.coerce.number().int().min(300).max(86_400).default(43_200),
  /** How long it lasts without being used. */
  SESSION_IDLE_SECONDS: z.coerce.number().int().min(60).max(86_400).default(3600),
  /** Behind TLS the session cookie is marked Secure. */
  SECURE_COOKIES: Flag,
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  /** What a principal may send in a minute: the largest usual body, 1 MiB, must pass; a guideline document may have 11 MiB. */
  RATE_LIMIT_BYTES_PER_MINUTE: z.coerce.number().int().min(1_048_576).default(20_000_000),
  /** Requests a minute from an address without valid credentials. */
  RATE_LIMIT_UNKNOWN_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  /** Addresses or networks (CIDR) of proxies whose X-Forwarded-For says where a request comes from. */
  TRUSTED_PROXIES: CommaList,
  /** Event streams and waiting requests that a principal may have open at once, in this process. */
  MAX_OPEN_REQUESTS: z.coerce.number().int().min(1).default(200),
  MAX_QUEUED_RUNS: z.coerce.number().int().min(1).default(2000),
  MAX_OUTBOX_AGE_SECONDS: z.coerce.number().min(1).default(30),
  /** A run older than this does without what it can do without: guideline passages, the language model. */
  OPTIONAL_PARTS_SECONDS: z.coerce.number().min(1).default(40),
  /** How long a run may make no progress before the reconciler looks for its job. */
  RECONCILE_AFTER_SECONDS: z.coerce.number().min(0.1).default(20),
  /** How long a training EHR waits for cards; beyond it one card says that there was no answer in time. */
  CDS_DEADLINE_MS: z.coerce.number().int().min(50).max(5000).default(400),
  REQUEST_DEADLINE_MS: z.coerce.number().int().min(10).default(2000),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  JWT_JWKS_URL: z.url().optional(),
  /** Takes a key set over plain HTTP and from any address: for tests, never where patients or students are. */
  JWT_JWKS_INSECURE: Flag,
  JWT_ALGORITHMS: z
    .string()
    .default('RS256,ES256,EdDSA')
    .transform((value) => value.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(SIGNATURES)).min(1)),
});

const JWT_SETTINGS = ['JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'] as const;

export const GatewayEnvironment = Settings.superRefine((settings, context) => {
  const refuse = (name: keyof typeof settings, message: string): void => {
    context.addIssue({ code: 'custom', path: [name], message });
  };
  const missing = JWT_SETTINGS.filter((name) => settings[name] === undefined);
  if (missing.length < JWT_SETTINGS.length)
    for (const name of missing) refuse(name, 'the three settings of an issuer go together');
  const { JWT_JWKS_URL: url, JWT_JWKS_INSECURE: insecure } = settings;
  const problem = url === undefined || insecure ? undefined : keySetProblem(url);
  if (problem !== undefined) refuse('JWT_JWKS_URL', problem);
  const { PUBLIC_URL: publicUrl } = settings;
  if (publicUrl === undefined) return;
  if (
    publicUrl !== new URL(publicUrl).origin ||
    !(publicUrl.startsWith('https:') || isThisMachine(publicUrl))
  )
    refuse('PUBLIC_URL', 'an https origin, without a path or a slash at its end');
  if (!settings.SECURE_COOKIES) refuse('SECURE_COOKIES', 'must be on where PUBLIC_URL is given');
});
/** Browsers take this machine for safe without TLS (Secure Contexts, section 3.1): for trying things out. */
const isThisMachine = (url: string): boolean => /^http:\/\/(?:[\w-]+\.)*localhost(?::\d+)?$/.test(url);
export type GatewayConfig = z.output<typeof GatewayEnvironment>;
export const readGatewayConfig = (): GatewayConfig => readEnvironment(GatewayEnvironment);
