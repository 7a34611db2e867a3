import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type EhrClient,
  type GivenEhrImport,
  type JobMeta,
  type ToldEhrImport,
} from '@openrounds/contracts';
import { hashOf } from '@openrounds/lti';
import { CLOCK, LOGGER, newId, type Clock, type Logger } from '@openrounds/platform';
import { newVerifier, smartAuthorizationUrl, SmartRefused, type SmartConfiguration } from '@openrounds/smart';
import { EHR_CLIENT_STORE, type EhrClientStore } from '../../ports/ehr-client-store';
import { EHR_IMPORTS, type EhrImports } from '../../ports/ehr-imports';
import { EHR_RECORDS, type EhrRecords } from '../../ports/ehr-records';
import { LAUNCH_RULES, type LaunchRules } from '../../settings';

/** Nothing of an import is there for longer. */
export const IMPORT_MS = 600_000;
/** 256 bits. */
const newSecret = (): string => randomBytes(32).toString('base64url');

/** The only address that an EHR sends a browser back to. */
export const redirectUriOf = ({ publicUrl }: Pick<LaunchRules, 'publicUrl'>): string =>
  `${publicUrl}/smart/callback`;

/** Sends a teacher's browser to an EHR, with secrets that bind what comes back to it. */
@Injectable()
export class BeginEhrImport {
  constructor(
    @Inject(EHR_CLIENT_STORE) private readonly clients: Pick<EhrClientStore, 'find' | 'findByFhirServer'>,
    @Inject(EHR_IMPORTS) private readonly imports: Pick<EhrImports, 'begin'>,
    @Inject(EHR_RECORDS) private readonly records: Pick<EhrRecords, 'configuration'>,
    @Inject(LAUNCH_RULES) private readonly rules: Pick<LaunchRules, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** @throws DomainError `not-found`, without a request to anybody; `ehr-unavailable` */
  async execute({ tenantId }: JobMeta, given: GivenEhrImport): Promise<ToldEhrImport> {
    const { id: clientId, fhirBaseUrl, smart } = await this.clientOf(tenantId, given);
    if (smart === null) throw new DomainError('not-found');
    const configuration = await this.configurationOf(fhirBaseUrl);
    const id = newId();
    const [state, secret, verifier] = [`${id}.${newSecret()}`, newSecret(), newVerifier()];
    const begunAt = this.clock.now();
    const { tokenEndpoint, fineScopes } = configuration;
    await this.imports.begin({
      ...{ id, tenantId, clientId, begunAt, subject: given.subject },
      ...{ stateHash: hashOf(state), secretHash: hashOf(secret) },
      asked: { tokenEndpoint, fineScopes, verifier },
    });
    const authorizationUrl = smartAuthorizationUrl(configuration, {
      ...{ clientId: smart.clientId, redirectUri: redirectUriOf(this.rules), fhirBaseUrl },
      ...{ launch: given.launch, state, verifier },
    });
    const expiresAt = new Date(begunAt.getTime() + IMPORT_MS).toISOString();
    return { id, authorizationUrl, expiresAt, secret };
  }

  private async clientOf(
    tenantId: string,
    { connectionId, issuer }: Pick<GivenEhrImport, 'connectionId' | 'issuer'>,
  ): Promise<EhrClient> {
    const owned = issuer === null ? undefined : await this.clients.findByFhirServer(issuer);
    const launching = owned?.tenantId === tenantId ? owned.client : undefined;
    const client = connectionId === null ? launching : await this.clients.find(tenantId, connectionId);
    if (client === undefined) throw new DomainError('not-found');
    return client;
  }

  private async configurationOf(fhirBaseUrl: string): Promise<SmartConfiguration> {
    try {
      return await this.records.configuration(fhirBaseUrl);
    } catch (error) {
      if (!(error instanceof SmartRefused)) throw error;
      this.logger.warn({ code: error.code, reason: error.detail }, 'an EHR cannot be launched from');
      throw new DomainError('ehr-unavailable', `The training system: ${error.detail}`);
    }
  }
}
