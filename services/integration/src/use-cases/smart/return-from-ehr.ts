import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type EhrClient,
  type GivenEhrReturn,
  type SmartFault,
  type ToldEhrReturn,
} from '@openrounds/contracts';
import { hashOf } from '@openrounds/lti';
import { CLOCK, LOGGER, type Clock, type Logger } from '@openrounds/platform';
import {
  missingScopes,
  oauthErrorOf,
  SmartRefused,
  type ClientAuthentication,
  type SmartToken,
} from '@openrounds/smart';
import { z } from 'zod';
import { EHR_CLIENT_STORE, type EhrClientStore } from '../../ports/ehr-client-store';
import { EHR_IMPORTS, type EhrImports, type StoredImport } from '../../ports/ehr-imports';
import { EHR_RECORDS, type EhrRecords } from '../../ports/ehr-records';
import { SMART_KEYS, type SmartKeys } from '../../ports/smart-keys';
import { LAUNCH_RULES, type LaunchRules } from '../../settings';
import { IMPORT_MS, redirectUriOf } from './begin-ehr-import';

const STATE = /^([0-9a-f-]{36})\.[\w-]{43}$/;
const RunId = z.uuid();

/** Takes what an EHR granted: once, in the browser that asked, and has the record read. */
@Injectable()
export class ReturnFromEhr {
  constructor(
    @Inject(EHR_IMPORTS)
    private readonly imports: Pick<EhrImports, 'find' | 'spend' | 'grant' | 'fail' | 'drop'>,
    @Inject(EHR_CLIENT_STORE) private readonly clients: Pick<EhrClientStore, 'find' | 'secretOf'>,
    @Inject(EHR_RECORDS) private readonly records: Pick<EhrRecords, 'token'>,
    @Inject(SMART_KEYS) private readonly keys: Pick<SmartKeys, 'current'>,
    @Inject(LAUNCH_RULES) private readonly rules: Pick<LaunchRules, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  async execute(given: GivenEhrReturn, requestId: string): Promise<ToldEhrReturn> {
    try {
      return await this.taken(await this.awaited(given), given, requestId);
    } catch (error) {
      if (error instanceof SmartRefused) return this.refused(error);
      throw error;
    }
  }

  private refused({ code, detail }: SmartRefused): ToldEhrReturn & { readonly code: SmartFault } {
    this.logger.warn({ code, reason: detail }, 'what came back from an EHR was refused');
    return { outcome: 'refused', code };
  }

  /** The import that this is the answer to: not answered before, and of this browser. */
  private async awaited({ state, secret }: GivenEhrReturn): Promise<StoredImport> {
    const id = STATE.exec(state)?.[1];
    const found = id === undefined ? undefined : await this.imports.find(id);
    if (found === undefined || found.stateHash !== hashOf(state))
      throw new SmartRefused('smart-expired', 'state');
    if (secret === null || hashOf(secret) !== found.secretHash)
      throw new SmartRefused('smart-other-browser', 'cookie');
    const now = this.clock.now();
    const isLate = now.getTime() - found.begunAt.getTime() > IMPORT_MS;
    if (isLate || !(await this.imports.spend(found.id, now)))
      throw new SmartRefused('smart-expired', 'spent');
    return found;
  }

  private async taken(
    { id, tenantId, clientId, asked }: StoredImport,
    given: GivenEhrReturn,
    requestId: string,
  ): Promise<ToldEhrReturn> {
    try {
      if (given.error !== null) throw new SmartRefused('smart-refused', oauthErrorOf(given.error));
      if (given.code === null) throw new SmartRefused('smart-incomplete', 'code');
      const client = await this.clients.find(tenantId, clientId);
      const token = await this.tokenFor(tenantId, client, asked, given.code);
      const run = RunId.safeParse(token.appContext);
      if (run.success) {
        await this.imports.drop(id);
        return { outcome: 'run', runId: run.data };
      }
      const { accessToken, patientId, scope } = token;
      if (patientId === null) throw new SmartRefused('smart-no-patient', 'patient');
      const missing = missingScopes(scope, asked.fineScopes);
      await this.imports.grant(id, { accessToken, patientId, scope }, missing, requestId);
      return { outcome: 'import', importId: id };
    } catch (error) {
      if (error instanceof SmartRefused) await this.imports.fail(id, error.code);
      throw error;
    }
  }

  private async tokenFor(
    tenantId: string,
    client: EhrClient | undefined,
    { tokenEndpoint, verifier }: StoredImport['asked'],
    code: string,
  ): Promise<SmartToken> {
    if (client === undefined || client.smart === null)
      throw new SmartRefused('smart-not-registered', 'removed meanwhile');
    const { clientId } = client.smart;
    const redirectUri = redirectUriOf(this.rules);
    return this.records.token(
      { tokenEndpoint, clientId, redirectUri, code, verifier },
      await this.authenticationOf(tenantId, client.id, client.smart.authentication),
      this.clock.now(),
    );
  }

  private async authenticationOf(
    tenantId: string,
    clientId: string,
    kind: ClientAuthentication['kind'],
  ): Promise<ClientAuthentication> {
    if (kind === 'public') return { kind };
    if (kind === 'private-key') return { kind, key: await this.keys.current() };
    const secret = await this.clients.secretOf(tenantId, clientId);
    if (secret === undefined) throw new DomainError('internal');
    return { kind, secret };
  }
}
