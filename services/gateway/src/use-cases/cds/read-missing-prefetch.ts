import { Inject, Injectable } from '@nestjs/common';
import { DomainError, ToldPrefetch, type CaseInput, type CdsRequest } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { isInfrastructureFault, RequestTimeout } from '@openrounds/queue';
import { LAUNCH_SEALER } from '../../ports/launch-sealer';
import { SERVICES, type Services } from '../../ports/services';
import { askSealed } from '../launches/ask-sealed';
import { type CdsCall, type CdsClient } from './caller-of-cds';

/** The record is read within 1.5 s, or not at all; question and answer have to cross the queues. */
const READING_MS = 2_000;
const NOTHING: CaseInput = { patient: { age: null, sex: 'unknown' } };

/** Reads from the FHIR server of a call what did not come with it, where the call lets it be read. */
@Injectable()
export class ReadMissingPrefetch {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(LAUNCH_SEALER) private readonly sealer: Sealer,
  ) {}

  /**
   * @param missing for whoever is told
   * @throws DomainError `prefetch-missing` without a token for the registered FHIR server, and where it cannot be read
   */
  async read(
    { meta }: Pick<CdsCall, 'meta'>,
    { fhirServer, fhirAuthorization, context }: CdsRequest,
    { client, principal }: CdsClient,
    missing: readonly string[],
  ): Promise<CaseInput> {
    const refusal = new DomainError('prefetch-missing', `Missing: ${missing.join(', ')}`);
    if (fhirAuthorization === undefined || fhirServer === undefined) throw refusal;
    if (withoutSlash(fhirServer) !== withoutSlash(client.fhirBaseUrl)) throw refusal;
    const { preview } = await this.ask(
      { ...meta, tenantId: principal.tenantId },
      {
        ...{ clientId: client.id, patientId: context.patientId },
        accessToken: fhirAuthorization.access_token,
      },
    );
    if (preview === null) throw refusal;
    return preview.case ?? NOTHING;
  }

  private async ask(meta: CdsCall['meta'], given: unknown): Promise<ToldPrefetch> {
    const { services, sealer } = this;
    const asked = { job: 'read-prefetch.v1', meta, given, deadlineMs: READING_MS } as const;
    try {
      return await askSealed({ services, sealer }, asked, ToldPrefetch);
    } catch (error) {
      if (error instanceof RequestTimeout || isInfrastructureFault(error)) return { preview: null };
      throw error;
    }
  }
}

const withoutSlash = (url: string): string => url.replace(/\/$/, '');
