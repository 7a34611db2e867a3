import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '@openrounds/contracts';
import { MAX_OPEN_REQUESTS } from '../settings';

const RETRY_AFTER_SECONDS = 5;

/** Requests that stay open, event streams and those that wait: so many at once for each principal, in this process. */
@Injectable()
export class OpenRequests {
  private readonly open = new Map<string, number>();

  constructor(@Inject(MAX_OPEN_REQUESTS) private readonly most: number) {}

  /** @throws DomainError `rate-limited` before anything is done, when as many are open as may be */
  async during<T>(
    { tenantId, subject }: Pick<Principal, 'tenantId' | 'subject'>,
    work: () => Promise<T>,
    most = this.most,
  ): Promise<T> {
    const key = JSON.stringify([tenantId, subject]);
    const others = this.open.get(key) ?? 0;
    if (others >= most) {
      const detail = `${String(most)} streams and waiting requests are open already`;
      throw new DomainError('rate-limited', detail, [], RETRY_AFTER_SECONDS);
    }
    this.open.set(key, others + 1);
    try {
      return await work();
    } finally {
      const left = (this.open.get(key) ?? 1) - 1;
      if (left > 0) this.open.set(key, left);
      else this.open.delete(key);
    }
  }
}
