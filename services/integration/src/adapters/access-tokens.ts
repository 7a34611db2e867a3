import { Inject, Injectable } from '@nestjs/common';
import { type LtiRegistration } from '@openrounds/contracts';
import { AccessToken, tokenForm } from '@openrounds/lti';
import { type OutboundAnswer, type OutboundHttp } from '@openrounds/outbound-http';
import { CLOCK, type Clock } from '@openrounds/platform';
import { faultFailure, passingFailure } from '../model/judge-answer';
import { TryFailed } from '../model/try-failed';
import { TOOL_KEYS, type ToolKeys } from '../ports/tool-keys';
import { OUTBOUND_HTTP } from './configured-outbound-http';

interface KeptToken {
  readonly token: string;
  readonly until: number;
}

/** A token that is about to end is not used any more. */
const MARGIN_MS = 60_000;

/** Tokens for the services of platforms: one for each platform and scope, in memory, asked for once at a time. */
@Injectable()
export class AccessTokens {
  private readonly kept = new Map<string, Promise<KeptToken>>();

  constructor(
    @Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp,
    @Inject(TOOL_KEYS) private readonly keysOfOurs: Pick<ToolKeys, 'current'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param refused a token that the platform does not take any more @throws TryFailed */
  async of(platform: LtiRegistration, scope: string, refused?: string): Promise<string> {
    const key = `${platform.id} ${scope}`;
    const kept = await this.kept.get(key)?.catch(() => undefined);
    const isGood = kept !== undefined && kept.token !== refused && kept.until > this.clock.now().getTime();
    if (isGood) return kept.token;
    const asked = this.fetch(platform, scope);
    this.kept.set(key, asked);
    try {
      return (await asked).token;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private async fetch(platform: LtiRegistration, scope: string): Promise<KeptToken> {
    const now = this.clock.now();
    const { status, json } = await this.ask(platform, scope, now);
    if (status >= 300) throw new TryFailed(refusal(status, json));
    const read = AccessToken.safeParse(json);
    if (!read.success) throw new TryFailed({ kind: 'needs-attention', cause: 'not-understood', status });
    const { access_token: token, scope: granted, expires_in: seconds } = read.data;
    if (granted !== undefined && !granted.split(/[\s,]+/).includes(scope))
      throw new TryFailed({ kind: 'needs-attention', cause: 'scope-missing', status });
    return { token, until: now.getTime() + seconds * 1_000 - MARGIN_MS };
  }

  private async ask(platform: LtiRegistration, scope: string, now: Date): Promise<OutboundAnswer> {
    const { clientId, tokenUrl: url, tokenAudience } = platform;
    const key = await this.keysOfOurs.current();
    const body = await tokenForm({ clientId, audience: tokenAudience ?? url }, [scope], key, now);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = { purpose: 'lti-token', url, method: 'POST', headers, body } as const;
    const answer = await this.outbound.ask(request).catch((error: unknown) => {
      throw new TryFailed(faultFailure(error, { writes: false, canRead: false }));
    });
    const passing = passingFailure(answer, now);
    if (passing !== null) throw new TryFailed({ ...passing, ...KNOWN });
    return answer;
  }
}

/** A token that did not come leaves nothing open. */
const KNOWN = { unsure: false };

/** Errors of the token endpoint (RFC 6749, section 5.2). */
function refusal(status: number, json: unknown) {
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  if (error === 'invalid_scope') return { kind: 'needs-attention', cause: 'scope-missing', status } as const;
  return { kind: 'needs-attention', cause: 'not-trusted', status, triesFirst: SIGN_IN_TRIES } as const;
}

/** A platform that could not fetch our keys in that moment says the same as one that does not know us: about 3 minutes. */
const SIGN_IN_TRIES = 4;
