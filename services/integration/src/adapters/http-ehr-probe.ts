import { Inject, Injectable } from '@nestjs/common';
import { type EhrCheckStep, type EhrClient, type LtiCheckOutcome } from '@openrounds/contracts';
import { PlatformKeys } from '@openrounds/lti';
import { OutboundFault, type OutboundHttp, type OutboundRequest } from '@openrounds/outbound-http';
import { configurationUrl, readConfiguration, SmartRefused } from '@openrounds/smart';
import { z } from 'zod';
import { type EhrProbe } from '../ports/ehr-probe';
import { LAUNCH_RULES, type LaunchRules } from '../settings';
import { OUTBOUND_HTTP } from './configured-outbound-http';

/** What a FHIR server says of itself; R4 is 4.0.x. */
const Capabilities = z.looseObject({
  resourceType: z.literal('CapabilityStatement'),
  fhirVersion: z.string().regex(/^4\.0/),
});

/** Asks a training EHR over the way out, and says what came of it; an answer is looked at and dropped. */
@Injectable()
export class HttpEhrProbe implements EhrProbe {
  constructor(
    @Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp,
    @Inject(LAUNCH_RULES) private readonly rules: Pick<LaunchRules, 'plainOrigins'>,
  ) {}

  keys({ keySetUrl }: EhrClient): Promise<EhrCheckStep> {
    return this.stepOf('keys', { purpose: 'ehr-keys', url: keySetUrl }, (json) => {
      const read = PlatformKeys.safeParse(json);
      if (!read.success) return 'not-understood';
      return read.data.keys.length === 0 ? 'no-keys' : 'ok';
    });
  }

  fhir({ fhirBaseUrl }: EhrClient): Promise<EhrCheckStep> {
    const url = `${fhirBaseUrl.replace(/\/$/, '')}/metadata`;
    const headers = { accept: 'application/fhir+json' };
    return this.stepOf('fhir', { purpose: 'ehr-metadata', url, headers }, (json) =>
      Capabilities.safeParse(json).success ? 'ok' : 'not-understood',
    );
  }

  smart({ fhirBaseUrl }: EhrClient): Promise<EhrCheckStep> {
    const asked = { purpose: 'smart-configuration', url: configurationUrl(fhirBaseUrl) } as const;
    return this.stepOf('smart', asked, (json) => {
      try {
        readConfiguration(json, this.rules.plainOrigins);
        return 'ok';
      } catch (error) {
        if (error instanceof SmartRefused) return 'not-understood';
        throw error;
      }
    });
  }

  private async stepOf(
    step: EhrCheckStep['step'],
    asked: OutboundRequest,
    read: (json: unknown) => LtiCheckOutcome,
  ): Promise<EhrCheckStep> {
    try {
      const { status, json } = await this.outbound.ask(asked);
      return { step, outcome: status < 300 ? read(json) : 'refused', status };
    } catch (error) {
      if (error instanceof OutboundFault) return { step, outcome: error.code, status: null };
      throw error;
    }
  }
}
