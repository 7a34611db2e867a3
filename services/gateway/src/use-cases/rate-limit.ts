import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '@openrounds/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { EMBEDDED, RATE_LIMITS, type RateLimits } from '../settings';

const MINUTE_SECONDS = 60;

const perMinute = (points: number): RateLimiterMemory =>
  new RateLimiterMemory({ points, duration: MINUTE_SECONDS });

/**
 * What may be asked in a minute, counted in this process: of each principal requests, and bytes of what it sends, since
 * a long text costs more than a short one; of whoever is not known requests from each address.
 */
@Injectable()
export class RateLimit {
  private readonly requests: RateLimiterMemory;
  private readonly bytes: RateLimiterMemory;
  private readonly unknown: RateLimiterMemory;

  constructor(
    @Inject(RATE_LIMITS) limits: RateLimits,
    @Inject(EMBEDDED) private readonly embedded: boolean,
  ) {
    this.requests = perMinute(limits.requests);
    this.bytes = perMinute(limits.bytes);
    this.unknown = perMinute(limits.unknownRequests);
  }

  /**
   * Counts a request of somebody who is known; none of the local user of the embedded default on this machine.
   *
   * @param bytes of its body
   * @throws DomainError `rate-limited` with the time to wait
   */
  async take({ tenantId, subject }: Principal, direct: boolean, bytes: number): Promise<void> {
    if (this.embedded && direct && tenantId === 'local') return;
    const principal = JSON.stringify([tenantId, subject]);
    await consume(this.requests, principal, 1);
    if (bytes > 0) await consume(this.bytes, principal, bytes);
  }

  /**
   * Counts a request of somebody who is not known. Whoever is known is never held up by a neighbour at the same address.
   *
   * @throws DomainError `rate-limited` with the time to wait
   */
  takeUnknown(address: string): Promise<void> {
    return consume(this.unknown, address, 1);
  }
}

async function consume(limiter: RateLimiterMemory, who: string, points: number): Promise<void> {
  try {
    await limiter.consume(who, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new DomainError('rate-limited', undefined, [], Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
  }
}
