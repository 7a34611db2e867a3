import { DomainError, isWholeText, Role } from '@openrounds/contracts';
import { type Clock, type GatewayConfig } from '@openrounds/platform';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { type TokenVerifier, type VerifiedToken } from '../ports/token-verifier';

/** How far two clocks may be apart. */
const CLOCK_TOLERANCE_SECONDS = 60;
const RETRY_AFTER_SECONDS = 5;
/** So API keys are called as principals; no issuer may speak in their name. */
const NAMES_OF_KEYS = 'key:';

const name = (max: number) => z.string().min(1).max(max).refine(isWholeText);
const Claims = z.object({
  sub: name(200).refine((subject) => !subject.startsWith(NAMES_OF_KEYS)),
  tenant_id: name(100),
  role: Role,
  exp: z.number().int().positive().max(8_640_000_000_000),
});

export interface JwtSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly string[];
}

/** What is wrong with the token itself. Anything else that jose throws is wrong with the key set or the way to it. */
const FAULTS_OF_TOKEN = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
] as const;

const isFaultOfToken = (error: unknown): boolean => FAULTS_OF_TOKEN.some((fault) => error instanceof fault);

/** JWTs by the issuer's published keys (RFC 7517, RFC 7519), with an allow-list of algorithms. */
export class JwksVerifier implements TokenVerifier {
  constructor(
    private readonly settings: JwtSettings,
    private readonly clock: Clock,
    private readonly keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(settings.jwksUrl)),
  ) {}

  async verify(token: string): Promise<VerifiedToken | undefined> {
    const { issuer, audience, algorithms } = this.settings;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.clock.now(),
      });
      const claims = Claims.safeParse(payload);
      if (!claims.success) return undefined;
      const { sub, tenant_id, role, exp } = claims.data;
      return { principal: { tenantId: tenant_id, subject: sub, role }, expiresAt: new Date(exp * 1000) };
    } catch (error) {
      if (isFaultOfToken(error)) return undefined;
      throw new DomainError(
        'dependency-unavailable',
        'The keys of the identity provider could not be read',
        [],
        RETRY_AFTER_SECONDS,
      );
    }
  }
}

/** The verifier of the configured identity provider; null where there is none. */
export function configuredVerifier(
  {
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: audience,
    JWT_JWKS_URL: jwksUrl,
    JWT_ALGORITHMS: algorithms,
  }: GatewayConfig,
  clock: Clock,
): TokenVerifier | null {
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) return null;
  return new JwksVerifier({ issuer, audience, jwksUrl, algorithms }, clock);
}
