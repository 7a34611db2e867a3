import { LlmFault, type LlmFaultCode } from '../ports/llm-fault';
import { type LanguageModel } from '../ports/language-model';

export interface BreakerOptions {
  /** This many calls in a row without an answer open the breaker. */
  readonly failures: number;
  /** Milliseconds that it stays open; then one call is let through to see. */
  readonly openMs: number;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
}

export const DEFAULT_BREAKER: BreakerOptions = { failures: 3, openMs: 30_000 };

/** Faults that say something of the endpoint and not of one request. */
const OF_THE_ENDPOINT: ReadonlySet<LlmFaultCode> = new Set([
  'timeout',
  'unreachable',
  'unavailable',
  'rate-limited',
  'refused',
]);

/**
 * Guards an endpoint that hangs or is away: while it is open each call fails at once with `suspended`, so that nobody
 * waits for what will not come. One breaker for each endpoint and process.
 */
export function withBreaker(model: LanguageModel, options: BreakerOptions = DEFAULT_BREAKER): LanguageModel {
  const breaker = new Breaker(options);
  return {
    model: model.model,
    format: model.format,
    ask: (role, input, call) => breaker.run(() => model.ask(role, input, call)),
  };
}

class Breaker {
  private readonly now: () => number;
  private failures = 0;
  private openUntil = 0;
  private probing = false;

  constructor(private readonly options: BreakerOptions) {
    this.now = options.now ?? Date.now;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    const probe = this.isOpen();
    if (probe && (this.probing || this.now() < this.openUntil)) throw new LlmFault('suspended');
    if (probe) this.probing = true;
    try {
      const answer = await call();
      this.failures = 0;
      return answer;
    } catch (error) {
      this.note(error);
      throw error;
    } finally {
      if (probe) this.probing = false;
    }
  }

  private isOpen(): boolean {
    return this.failures >= this.options.failures;
  }

  /** An answer that is of no use is an answer; a call that was called off says nothing. */
  private note(error: unknown): void {
    if (!(error instanceof LlmFault)) return;
    if (error.code === 'unusable-answer') this.failures = 0;
    if (!OF_THE_ENDPOINT.has(error.code)) return;
    this.failures += 1;
    if (this.isOpen()) this.openUntil = this.now() + this.options.openMs;
  }
}
