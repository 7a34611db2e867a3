import { Inject, Injectable } from '@nestjs/common';
import { type Principal } from '@openrounds/contracts';
import { launchedPrincipal } from '../model/launched-principal';
import { learnerPrincipal } from '../model/learner-principal';
import { ATTEMPT_TOKENS, type AttemptTokens } from '../ports/attempt-tokens';
import { CLASS_TOKENS, type ClassTokens } from '../ports/class-tokens';
import { CREDENTIAL_STORE, type CredentialStore } from '../ports/credentials';
import { LAUNCH_TOKENS, type LaunchTokens } from '../ports/launch-tokens';
import { TOKEN_VERIFIER, type TokenVerifier } from '../ports/token-verifier';
import { sha256 } from './sha256';
import { UseSession } from './use-session';

export interface Identity {
  readonly principal: Principal;
  /** When a token ends; what is opened with it ends with it. */
  readonly expiresAt?: Date;
  /** Given for a browser session: writes must repeat it in a header. */
  readonly csrfToken?: string;
  /** Given for the token of an attempt: it opens nothing else. */
  readonly attemptId?: string;
}

const BEARER = /^Bearer ([\w.~+/=-]{8,8192})$/i;
/** The token of an `Authorization` header, if it has one. */
export const bearerOf = (header: string): string | undefined => BEARER.exec(header)?.[1];

/** Finds out who asks: an API key, a JWT of a configured issuer, the token of a class, a launch or an attempt, or a browser session. */
@Injectable()
export class Authenticate {
  constructor(
    @Inject(CREDENTIAL_STORE)
    private readonly credentials: Pick<CredentialStore, 'findApiKey'>,
    @Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier | null,
    @Inject(CLASS_TOKENS) private readonly classTokens: Pick<ClassTokens, 'isOne' | 'verify'>,
    @Inject(LAUNCH_TOKENS) private readonly launchTokens: Pick<LaunchTokens, 'isOne' | 'verify'>,
    @Inject(ATTEMPT_TOKENS) private readonly attemptTokens: Pick<AttemptTokens, 'isOne' | 'verify'>,
    @Inject(UseSession) private readonly sessions: Pick<UseSession, 'execute'>,
  ) {}

  /**
   * @returns undefined when nothing given is valid; a bad bearer token is never passed over for a cookie
   * @throws DomainError `dependency-unavailable` when the keys of the identity provider cannot be read
   */
  async execute(given: {
    authorization?: string | undefined;
    sessionToken?: string | undefined;
  }): Promise<Identity | undefined> {
    if (given.authorization !== undefined) return this.byBearer(given.authorization);
    if (given.sessionToken !== undefined) return this.bySession(given.sessionToken);
    return undefined;
  }

  private async byBearer(header: string): Promise<Identity | undefined> {
    const token = bearerOf(header);
    if (token === undefined) return undefined;
    if (this.classTokens.isOne(token)) return this.byClassToken(token);
    if (this.launchTokens.isOne(token)) return this.byLaunchToken(token);
    if (this.attemptTokens.isOne(token)) return this.byAttemptToken(token);
    if (token.split('.').length === 3) return this.tokens?.verify(token);
    const principal = await this.credentials.findApiKey(sha256(token));
    return principal === undefined ? undefined : { principal };
  }

  private async byClassToken(token: string): Promise<Identity | undefined> {
    const enrolment = await this.classTokens.verify(token);
    return enrolment && { principal: learnerPrincipal(enrolment), expiresAt: enrolment.expiresAt };
  }

  private async byLaunchToken(token: string): Promise<Identity | undefined> {
    const launched = await this.launchTokens.verify(token);
    if (launched === undefined) return undefined;
    return { principal: launchedPrincipal(launched), expiresAt: launched.expiresAt };
  }

  private async byAttemptToken(token: string): Promise<Identity | undefined> {
    const own = await this.attemptTokens.verify(token);
    if (own === undefined) return undefined;
    const { attemptId, expiresAt } = own;
    return { principal: learnerPrincipal(own), expiresAt, attemptId };
  }

  private async bySession(token: string): Promise<Identity | undefined> {
    const session = await this.sessions.execute(token);
    return session && { principal: session.principal, csrfToken: session.csrfToken };
  }
}
