import { type PlatformKey, verifyingKey } from '@openrounds/lti';
import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';

/** How a system may sign a call; CDS Hooks 2.0 recommends the first two. */
const SIGNATURES = ['ES384', 'RS384', 'ES256', 'RS256'] as const;
const MAX_TOKEN = 10_000;
/** A call is made at once: a token that is good for longer could be used by somebody else. */
const LONGEST_SECONDS = 300;
/** How far two clocks may differ. */
const SKEW_SECONDS = 60;

/** Why a call is refused: for the log of whoever runs the installation, never for the caller. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';

  constructor(readonly reason: string) {
    super(`call refused: ${reason}`);
  }
}

/** A system that may call. */
export interface RegisteredCaller {
  readonly issuer: string;
  readonly keySetUrl: string;
}

/** What a call is verified with. */
export interface CallVerifier<C extends RegisteredCaller> {
  /** Who is registered by this issuer. */
  readonly callerOf: (issuer: string) => Promise<C | undefined>;
  /** The caller's key of this id; undefined: it has none. */
  readonly keyOf: (caller: C, keyId: string) => Promise<PlatformKey | undefined>;
  /** Addresses of which one must be all that the token is meant for. */
  readonly audiences: readonly string[];
  readonly now: Date;
}

const Header = z.looseObject({
  alg: z.enum(SIGNATURES),
  kid: z.string().min(1).max(255),
  jku: z.string().optional(),
  crit: z.undefined().optional(),
});
const Claims = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string()).length(1)]),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  jti: z.string().min(1).max(200),
});

/** A call that is whose it says it is; that its token was not used before is left to whoever remembers tokens. */
export interface VerifiedCall<C> {
  readonly caller: C;
  readonly tokenId: string;
  readonly expiresAt: Date;
}

/**
 * Believes a token if a registered system signed it, for exactly the address that was called, for now, and for five minutes
 * at most (CDS Hooks 2.0, "Trusting CDS clients"). The address of keys in its header is compared, never followed.
 *
 * @throws CallRefused
 */
export async function verifyCall<C extends RegisteredCaller>(
  token: string,
  { callerOf, keyOf, audiences, now }: CallVerifier<C>,
): Promise<VerifiedCall<C>> {
  if (token.length > MAX_TOKEN) throw new CallRefused('token-form');
  const header = read(Header, () => decodeProtectedHeader(token), 'header');
  const said = read(Claims, () => decodeJwt(token), 'claims');
  const caller = await callerOf(said.iss);
  if (caller === undefined) throw new CallRefused('issuer');
  if (header.jku !== undefined && header.jku !== caller.keySetUrl) throw new CallRefused('jku');
  const key = await keyOf(caller, header.kid);
  if (key === undefined) throw new CallRefused('unknown-key');
  await checkSignature(token, key, header.alg);
  if (!audiences.includes([said.aud].flat()[0] ?? '')) throw new CallRefused('audience');
  checkTimes(said, now.getTime() / 1000);
  return { caller, tokenId: said.jti, expiresAt: new Date(said.exp * 1000) };
}

function read<T extends z.ZodType>(schema: T, decode: () => unknown, reason: string): z.output<T> {
  try {
    return schema.parse(decode());
  } catch {
    throw new CallRefused(reason);
  }
}

/** The claims that are believed are those that were signed: both are read of the same text. */
async function checkSignature(token: string, key: PlatformKey, algorithm: string): Promise<void> {
  try {
    await compactVerify(token, await verifyingKey(key, algorithm), { algorithms: [algorithm] });
  } catch {
    throw new CallRefused('signature');
  }
}

function checkTimes({ exp, iat, nbf }: z.output<typeof Claims>, now: number): void {
  if (exp - iat > LONGEST_SECONDS) throw new CallRefused('too-long');
  if (exp <= now - SKEW_SECONDS) throw new CallRefused('expired');
  if (iat > now + SKEW_SECONDS || (nbf ?? iat) > now + SKEW_SECONDS) throw new CallRefused('not-yet');
}
