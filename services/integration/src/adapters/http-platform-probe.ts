import { Inject, Injectable } from '@nestjs/common';
import { type LtiCheckOutcome, type LtiCheckStep, type LtiRegistration } from '@openrounds/contracts';
import { AccessToken, PlatformKeys, SCOPE, tokenForm } from '@openrounds/lti';
import { type OutboundAnswer, OutboundFault, type OutboundHttp } from '@openrounds/outbound-http';
import { CLOCK, type Clock } from '@openrounds/platform';
import { type PlatformProbe } from '../ports/platform-probe';
import { TOOL_KEYS, type ToolKeys } from '../ports/tool-keys';
import { OUTBOUND_HTTP } from './configured-outbound-http';

type Step = LtiCheckStep['step'];

/** Asks a platform over the way out, and says what came of it; an answer is looked at and dropped. */
@Injectable()
export class HttpPlatformProbe implements PlatformProbe {
  constructor(
    @Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp,
    @Inject(TOOL_KEYS) private readonly keysOfOurs: Pick<ToolKeys, 'current'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  keys({ keySetUrl }: LtiRegistration): Promise<LtiCheckStep> {
    const asked = this.outbound.ask({ purpose: 'lti-keys', url: keySetUrl });
    return stepOf('keys', asked, (json) => {
      const read = PlatformKeys.safeParse(json);
      if (!read.success) return 'not-understood';
      return read.data.keys.length === 0 ? 'no-keys' : 'ok';
    });
  }

  async token({ clientId, tokenUrl, tokenAudience }: LtiRegistration): Promise<LtiCheckStep> {
    const client = { clientId, audience: tokenAudience ?? tokenUrl };
    const key = await this.keysOfOurs.current();
    const body = await tokenForm(client, [SCOPE.score], key, this.clock.now());
    const asked = this.outbound.ask({
      purpose: 'lti-token',
      url: tokenUrl,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    return stepOf('token', asked, (json) => (AccessToken.safeParse(json).success ? 'ok' : 'not-understood'));
  }
}

async function stepOf(
  step: Step,
  asked: Promise<OutboundAnswer>,
  read: (json: unknown) => LtiCheckOutcome,
): Promise<LtiCheckStep> {
  try {
    const { status, json } = await asked;
    return { step, outcome: status < 300 ? read(json) : 'refused', status };
  } catch (error) {
    if (error instanceof OutboundFault) return { step, outcome: error.code, status: null };
    throw error;
  }
}
