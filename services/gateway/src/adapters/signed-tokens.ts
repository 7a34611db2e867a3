import { isWholeText } from '@openrounds/contracts';
import { type Clock, type KeyRing } from '@openrounds/platform';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const ALGORITHM = 'HS256';
/** How far the clocks of two gateways may be apart. */
const CLOCK_TOLERANCE_SECONDS = 60;

/** The tenant that a token of any kind is of. */
export const tenantClaim = z.string().min(1).refine(isWholeText);

/** A token, and when it ends. */
export interface SignedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** What tokens of one kind are. */
export interface TokenKind<Claims extends z.ZodType> {
  /** In the header (RFC 8725, section 3.11): keeps a token that is signed for something else from opening this. */
  readonly type: string;
  readonly lifeSeconds: number;
  readonly claims: Claims;
}

/** JWTs (RFC 7519) of one kind, with an HMAC under the installation's room keys. */
export class SignedTokens<Claims extends z.ZodType> {
  constructor(
    private readonly kind: TokenKind<Claims>,
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** @param until when it ends, where that is not as of its kind */
  async sign(
    { sub, ...claims }: { readonly sub: string } & Readonly<Record<string, unknown>>,
    until?: Date,
  ): Promise<SignedToken> {
    const { current } = this.ring;
    const issued = Math.floor(this.clock.now().getTime() / 1000);
    const expires = until === undefined ? issued + this.kind.lifeSeconds : Math.floor(until.getTime() / 1000);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: this.kind.type, kid: current })
      .setSubject(sub)
      .setIssuedAt(issued)
      .setExpirationTime(expires)
      .sign(this.keyOf(current));
    return { token, expiresAt: new Date(expires * 1000) };
  }

  /** Whether a token says that it is one of this kind; this proves nothing. */
  isOne(token: string): boolean {
    try {
      return decodeProtectedHeader(token).typ === this.kind.type;
    } catch {
      return false;
    }
  }

  /** @returns undefined for a token that is not ours, has ended, or was made for something else */
  async verify(token: string): Promise<z.output<Claims> | undefined> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.keyOf(kid ?? ''), {
        algorithms: [ALGORITHM],
        typ: this.kind.type,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.clock.now(),
      });
      return this.kind.claims.parse(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
      throw error;
    }
  }

  private keyOf(id: string): Buffer {
    const key = this.ring.keys.get(id);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key;
  }
}
