import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError, type Principal, type Session } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { CREDENTIAL_STORE, type CredentialStore } from '../ports/credentials';
import { EMBEDDED, START_CODE } from '../settings';
import { sha256 } from './sha256';

const SESSION_HOURS = 12;
export const LOCAL_PRINCIPAL: Principal = { tenantId: 'local', subject: 'local', role: 'admin' };

export interface NewSession {
  readonly token: string;
  readonly session: Session;
}

const equal = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));

/** Browser sessions: a one-time start-up code, or loopback in the embedded default, opens one. */
@Injectable()
export class ManageSessions {
  constructor(
    @Inject(CREDENTIAL_STORE) private readonly credentials: CredentialStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EMBEDDED) private readonly embedded: boolean,
    @Inject(START_CODE) private startCode: string | undefined,
  ) {}

  /**
   * Opens a session for whoever proved who it is (`principal`, by a bearer token), who holds the start-up code, or
   * who sits at the machine of the embedded default.
   *
   * @throws DomainError `unauthenticated`
   */
  async open(
    given: { readonly code?: string | undefined; readonly principal?: Principal | undefined },
    fromLoopback: boolean,
  ): Promise<NewSession> {
    const principal = given.principal ?? this.localPrincipal(given.code, fromLoopback);
    const token = randomBytes(32).toString('base64url');
    const csrfToken = randomBytes(24).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    await this.credentials.addSession(sha256(token), { principal, csrfToken, expiresAt }, now);
    const { subject, role } = principal;
    return { token, session: { subject, role, csrfToken, expiresAt: expiresAt.toISOString() } };
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

  private localPrincipal(code: string | undefined, fromLoopback: boolean): Principal {
    if (code !== undefined) this.spend(code);
    else if (!(this.embedded && fromLoopback))
      throw new DomainError('unauthenticated', 'Give the start-up code');
    return LOCAL_PRINCIPAL;
  }

  private spend(code: string): void {
    if (this.startCode === undefined || !equal(code, this.startCode)) {
      throw new DomainError('unauthenticated', 'This start-up code is not valid, or was used before');
    }
    this.startCode = undefined;
  }
}
