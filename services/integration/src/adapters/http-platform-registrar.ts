import { Inject, Injectable } from '@nestjs/common';
import { platformConfiguration, RegistrationAnswer, registrationRequest } from '@openrounds/lti';
import {
  type OutboundAnswer,
  OutboundFault,
  type OutboundHttp,
  type OutboundRequest,
} from '@openrounds/outbound-http';
import { type PlatformRegistrar, RegistrationRefused } from '../ports/platform-registrar';
import { LAUNCH_RULES, type LaunchRules } from '../settings';
import { OUTBOUND_HTTP } from './configured-outbound-http';

const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

/** Registers us at a platform over the way out. */
@Injectable()
export class HttpPlatformRegistrar implements PlatformRegistrar {
  constructor(
    @Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp,
    @Inject(LAUNCH_RULES) private readonly rules: LaunchRules,
  ) {}

  async configuration(url: string): ReturnType<PlatformRegistrar['configuration']> {
    const { json } = await this.answer({ purpose: 'lti-configuration', url });
    const read = platformConfiguration(this.rules.plainOrigins).safeParse(json);
    if (!read.success) throw new RegistrationRefused('not-understood');
    return read.data;
  }

  async register(
    { registration_endpoint: url }: Parameters<PlatformRegistrar['register']>[0],
    token: string | null,
    services: Parameters<PlatformRegistrar['register']>[2],
  ): ReturnType<PlatformRegistrar['register']> {
    const { json } = await this.answer({
      purpose: 'lti-registration',
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(registrationRequest(this.rules.publicUrl, services)),
    });
    const read = RegistrationAnswer.safeParse(json);
    if (!read.success) throw new RegistrationRefused('not-understood');
    return { clientId: read.data.client_id, deploymentId: read.data[TOOL]?.deployment_id ?? null };
  }

  private async answer(request: OutboundRequest): Promise<OutboundAnswer> {
    try {
      const answer = await this.outbound.ask(request);
      if (answer.status >= 300) throw new RegistrationRefused('refused');
      return answer;
    } catch (error) {
      if (error instanceof OutboundFault) throw new RegistrationRefused(error.code);
      throw error;
    }
  }
}
