import { type ValueProvider } from '@nestjs/common';
import { RECORDED_LLM, SCRIPTED_LLM } from '@openrounds/contracts';
import { type GatewayConfig } from '@openrounds/platform';

/** What the configuration says to a use-case, which does not know the names of the environment. */
export const CDS_DEADLINE_MS = Symbol('CdsDeadlineMs');
export const CLASS_ORIGIN = Symbol('ClassOrigin');
export const EMBEDDED = Symbol('Embedded');
export const KEPT_SECONDS = Symbol('KeptSeconds');
/** How long somebody who came in by a launch stays signed in. */
export const LAUNCHED_SECONDS = Symbol('LaunchedSeconds');
export const LLM_MODEL = Symbol('LlmModel');
export const MAX_OPEN_REQUESTS = Symbol('MaxOpenRequests');
export const PUBLIC_URL = Symbol('PublicUrl');
export const RATE_LIMITS = Symbol('RateLimits');
export const RECONCILE_LIMITS = Symbol('ReconcileLimits');
export const RUN_LIMITS = Symbol('RunLimits');
export const SECURE_COOKIES = Symbol('SecureCookies');
export const SESSION_TIMES = Symbol('SessionTimes');
export const START_CODE = Symbol('StartCode');

/** When no further run is accepted. */
export interface RunLimits {
  readonly maxQueuedRuns: number;
  readonly maxOutboxSeconds: number;
}

/** What may be asked in a minute. */
export interface RateLimits {
  readonly requests: number;
  readonly bytes: number;
  readonly unknownRequests: number;
}

/** How long things are kept. */
export interface KeptSeconds {
  readonly idempotency: number;
  readonly narrative: number;
}

/** How long a browser session lasts. */
export interface SessionTimes {
  readonly seconds: number;
  /** Without being used. */
  readonly idleSeconds: number;
}

/** When a run is looked after, in seconds; all but the first count from its acceptance. */
export interface ReconcileLimits {
  /** Without a word this long, it is looked after. */
  readonly silentSeconds: number;
  /** An older one does without the optional parts that are not there. */
  readonly optionalSeconds: number;
  /** An older one fails. */
  readonly timeoutSeconds: number;
}

export const settingsOf = (config: GatewayConfig): ValueProvider[] => [
  { provide: CDS_DEADLINE_MS, useValue: config.CDS_DEADLINE_MS },
  { provide: CLASS_ORIGIN, useValue: config.CLASS_ORIGIN ?? null },
  { provide: EMBEDDED, useValue: config.EMBEDDED },
  {
    provide: KEPT_SECONDS,
    useValue: {
      idempotency: config.RETENTION_IDEMPOTENCY_SECONDS,
      narrative: config.RETENTION_NARRATIVE_SECONDS,
    } satisfies KeptSeconds,
  },
  { provide: LAUNCHED_SECONDS, useValue: config.LTI_SESSION_SECONDS },
  { provide: LLM_MODEL, useValue: llmModelOf(config) },
  { provide: MAX_OPEN_REQUESTS, useValue: config.MAX_OPEN_REQUESTS },
  { provide: PUBLIC_URL, useValue: config.PUBLIC_URL ?? null },
  {
    provide: RECONCILE_LIMITS,
    useValue: {
      silentSeconds: config.RECONCILE_AFTER_SECONDS,
      optionalSeconds: config.OPTIONAL_PARTS_SECONDS,
      timeoutSeconds: config.RUN_TIMEOUT_SECONDS,
    } satisfies ReconcileLimits,
  },
  {
    provide: RATE_LIMITS,
    useValue: {
      requests: config.RATE_LIMIT_PER_MINUTE,
      bytes: config.RATE_LIMIT_BYTES_PER_MINUTE,
      unknownRequests: config.RATE_LIMIT_UNKNOWN_PER_MINUTE,
    } satisfies RateLimits,
  },
  {
    provide: RUN_LIMITS,
    useValue: {
      maxQueuedRuns: config.MAX_QUEUED_RUNS,
      maxOutboxSeconds: config.MAX_OUTBOX_AGE_SECONDS,
    } satisfies RunLimits,
  },
  { provide: SECURE_COOKIES, useValue: config.SECURE_COOKIES },
  {
    provide: SESSION_TIMES,
    useValue: {
      seconds: config.SESSION_SECONDS,
      idleSeconds: config.SESSION_IDLE_SECONDS,
    } satisfies SessionTimes,
  },
  { provide: START_CODE, useValue: config.START_CODE },
];

/** The name under which a run says which language model it was accepted with. */
function llmModelOf({ LLM_ADAPTER, LLM_BASE_URL, LLM_MODEL: model }: GatewayConfig): string | null {
  switch (LLM_ADAPTER) {
    case 'endpoint':
      return LLM_BASE_URL === undefined ? null : (model ?? 'default');
    case 'recorded':
      return model ?? RECORDED_LLM;
    case 'scripted':
      return SCRIPTED_LLM;
  }
}
