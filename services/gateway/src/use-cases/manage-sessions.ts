import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError, type Principal, type Session } from '@openrounds/contracts';
import { CLOCK, LOGGER, type Clock, type Logger } from '@openrounds/platform';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CREDENTIAL_STORE, type CredentialStore } from '../ports/credentials';
import { EMBEDDED, SESSION_TIMES, START_CODE, type SessionTimes } from '../settings';
import { type Identity } from './authenticate';
import { sha256 } from './sha256';

export const LOCAL_PRINCIPAL: Principal = { tenantId: 'local', subject: 'local', role: 'admin' };

export interface NewSession {
  readonly token: string;
  readonly session: Session;
}

const equal = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));

/** Who asks for a session, and from where. */
export interface SessionRequest {
  /** The start-up code. */
  readonly code?: string | undefined;
  /** Whoever proved who it is by a bearer token. */
  readonly identity?: Identity | undefined;
  /** Straight from this machine, past no proxy. */
  readonly direct: boolean;
  /** Address that wrong codes are counted for. */
  readonly address: string;
  /** Token of the session that this browser had before. */
  readonly previous?: string | undefined;
}

/** Wrong codes a minute from one address; a code of twelve characters is not found with that in a lifetime. */
const GUESSES = 10;
const MINUTE_SECONDS = 60;

/** Browser sessions: a bearer token or the one-time start-up code opens one. */
@Injectable()
export class ManageSessions {
  private readonly guesses = new RateLimiterMemory({ points: GUESSES, duration: MINUTE_SECONDS });

  /** @param embedded the start-up code is then good only for whoever asks straight from this machine */
  constructor(
    @Inject(CREDENTIAL_STORE)
    private readonly credentials: Pick<CredentialStore, 'addSession' | 'findSession' | 'endSession'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SESSION_TIMES) private readonly times: SessionTimes,
    @Inject(EMBEDDED) private readonly embedded: boolean,
    @Inject(START_CODE) private startCode: string | undefined,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'info'>,
  ) {}

  /**
   * Opens a session, which ends in its time or when it lies idle; one opened with a token ends with the token. The browser's earlier one ends.
   * That it was opened is logged, by what and with which role, and not for whom.
   *
   * @throws DomainError `unauthenticated`, `request-not-direct`, `rate-limited` after too many wrong codes
   */
  async open(request: SessionRequest): Promise<NewSession> {
    const opened = await this.openFor(request);
    const by = request.identity === undefined ? 'start-code' : 'bearer';
    this.logger.info({ by, role: opened.session.role }, 'session opened');
    await this.close(request.previous);
    return opened;
  }

  private async openFor({ code, identity, direct, address }: SessionRequest): Promise<NewSession> {
    if (identity?.principal.learnerId !== undefined)
      throw new DomainError('unauthenticated', 'The token of a class opens no session');
    if (identity !== undefined) return this.begin(identity);
    if (code === undefined) throw new DomainError('unauthenticated', 'Give the start-up code, or an API key');
    if (this.embedded && !direct) throw new DomainError('request-not-direct');
    await this.spend(code, address);
    try {
      return await this.begin({ principal: LOCAL_PRINCIPAL });
    } catch (error) {
      this.startCode = code; // what opened nothing was not used
      throw error;
    }
  }

  /** The session of a browser; undefined for other credentials. */
  async current(token: string | undefined): Promise<Session | undefined> {
    if (token === undefined) return undefined;
    const found = await this.credentials.findSession(sha256(token), this.clock.now());
    if (found === undefined) return undefined;
    const { subject, role } = found.principal;
    return { subject, role, csrfToken: found.csrfToken, expiresAt: found.expiresAt.toISOString() };
  }

  async close(token: string | undefined): Promise<void> {
    if (token !== undefined) await this.credentials.endSession(sha256(token));
  }

  private async begin({ principal, expiresAt }: Identity): Promise<NewSession> {
    const token = randomBytes(32).toString('base64url');
    const csrfToken = randomBytes(24).toString('base64url');
    const now = this.clock.now();
    const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
    const longest = after(this.times.seconds);
    const ends = expiresAt !== undefined && expiresAt < longest ? expiresAt : longest;
    if (ends <= now) throw new DomainError('unauthenticated', 'The token has ended');
    const session = { principal, csrfToken, expiresAt: ends, idleAt: after(this.times.idleSeconds) };
    await this.credentials.addSession(sha256(token), session, now);
    const { subject, role } = principal;
    return { token, session: { subject, role, csrfToken, expiresAt: ends.toISOString() } };
  }

  private async spend(code: string, address: string): Promise<void> {
    const guessed = await this.guesses.get(address);
    if (guessed !== null && guessed.consumedPoints >= GUESSES) throw tooMany(guessed.msBeforeNext);
    if (this.startCode !== undefined && equal(code, this.startCode)) {
      this.startCode = undefined;
      return;
    }
    await this.guesses.penalty(address);
    throw new DomainError('unauthenticated', 'This start-up code is not valid, or was used before');
  }
}

const tooMany = (milliseconds: number): DomainError =>
  new DomainError(
    'rate-limited',
    'Too many wrong start-up codes',
    [],
    Math.max(1, Math.ceil(milliseconds / 1000)),
  );
