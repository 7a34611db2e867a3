import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '@openrounds/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { EMBEDDED, REQUESTS_PER_MINUTE } from '../settings';

const MINUTE_SECONDS = 60;

/** Requests a minute for each principal, counted in this process; none for the local user of the embedded default. */
@Injectable()
export class RateLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(
    @Inject(REQUESTS_PER_MINUTE) perMinute: number,
    @Inject(EMBEDDED) private readonly embedded: boolean,
  ) {
    this.limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
  }

  /** @throws DomainError `rate-limited` with the time to wait */
  async take({ tenantId, subject }: Principal, fromLoopback: boolean): Promise<void> {
    if (this.embedded && fromLoopback && tenantId === 'local') return;
    try {
      await this.limiter.consume(JSON.stringify([tenantId, subject]));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new DomainError('rate-limited', undefined, [], Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    }
  }
}
