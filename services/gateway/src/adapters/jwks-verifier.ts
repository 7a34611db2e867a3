import { Role, type Principal } from '@openrounds/contracts';
import { type GatewayConfig } from '@openrounds/platform';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { type TokenVerifier } from '../ports/token-verifier';

const Claims = z.object({
  sub: z.string().min(1).max(200),
  tenant_id: z.string().min(1).max(100),
  role: Role,
});

export interface JwtSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly string[];
}

/** JWTs by the issuer's published keys (RFC 7517, RFC 7519), with an allow-list of algorithms. */
export class JwksVerifier implements TokenVerifier {
  constructor(
    private readonly settings: JwtSettings,
    private readonly keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(settings.jwksUrl)),
  ) {}

  async verify(token: string): Promise<Principal | undefined> {
    try {
      const { issuer, audience, algorithms } = this.settings;
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
      });
      const claims = Claims.safeParse(payload);
      if (!claims.success) return undefined;
      return { tenantId: claims.data.tenant_id, subject: claims.data.sub, role: claims.data.role };
    } catch {
      return undefined;
    }
  }
}

/** The verifier of the configured identity provider; null where there is none. */
export function configuredVerifier({
  JWT_ISSUER: issuer,
  JWT_AUDIENCE: audience,
  JWT_JWKS_URL: jwksUrl,
  JWT_ALGORITHMS: algorithms,
}: GatewayConfig): TokenVerifier | null {
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) return null;
  return new JwksVerifier({ issuer, audience, jwksUrl, algorithms });
}
