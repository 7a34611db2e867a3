import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@openrounds/platform';
import { CREDENTIAL_STORE, type CredentialStore, type StoredSession } from '../ports/credentials';
import { SESSION_TIMES, type SessionTimes } from '../settings';
import { sha256 } from './sha256';

/** Of the time that a session may lie idle: use within one such part is written down once. */
const PARTS = 60;

/** Browser sessions as they are used: each use keeps one for as long again as it may lie idle. */
@Injectable()
export class UseSession {
  private readonly idleMs: number;

  constructor(
    @Inject(CREDENTIAL_STORE)
    private readonly credentials: Pick<CredentialStore, 'findSession' | 'keepSession'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SESSION_TIMES) { idleSeconds }: Pick<SessionTimes, 'idleSeconds'>,
  ) {
    this.idleMs = idleSeconds * 1000;
  }

  /** The session of a browser, if it goes on. */
  async execute(token: string): Promise<StoredSession | undefined> {
    const now = this.clock.now();
    const hash = sha256(token);
    const found = await this.credentials.findSession(hash, now);
    if (found === undefined) return undefined;
    const idleAt = new Date(now.getTime() + this.idleMs);
    const later = idleAt.getTime() - found.idleAt.getTime();
    if (later >= this.idleMs / PARTS) await this.credentials.keepSession(hash, idleAt);
    return found;
  }

  /**
   * What is told to somebody for as long as their session goes on: to listen is to use it, so that nobody is thrown out
   * in the middle of a lecture. While sessions cannot be looked up, nobody is sent away.
   *
   * @param token undefined where no session let them in
   */
  async *during<T>(token: string | undefined, events: AsyncIterable<T>): AsyncGenerator<T> {
    let lookAt = this.clock.now().getTime() + this.idleMs / PARTS;
    for await (const event of events) {
      const now = this.clock.now().getTime();
      if (token !== undefined && now >= lookAt) {
        lookAt = now + this.idleMs / PARTS;
        if (await this.isOver(token)) return;
      }
      yield event;
    }
  }

  private async isOver(token: string): Promise<boolean> {
    try {
      return (await this.execute(token)) === undefined;
    } catch {
      return false;
    }
  }
}
