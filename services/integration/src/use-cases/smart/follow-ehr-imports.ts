import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type EhrConnections,
  type KnownFhirServer,
  type KnowsFhirServerPayload,
  type ListEhrConnectionsPayload,
  type OfEhrImportPayload,
  type ToldEhrState,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { EHR_CLIENT_STORE, type EhrClientStore } from '../../ports/ehr-client-store';
import { EHR_IMPORTS, type EhrImports, type StoredImport } from '../../ports/ehr-imports';
import { IMPORT_MS } from './begin-ehr-import';

/** Where patients may be brought from, and what became of those that were. */
@Injectable()
export class FollowEhrImports {
  constructor(
    @Inject(EHR_CLIENT_STORE)
    private readonly clients: Pick<EhrClientStore, 'find' | 'findByFhirServer' | 'listSmart'>,
    @Inject(EHR_IMPORTS) private readonly imports: Pick<EhrImports, 'find' | 'drop' | 'purge'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async knows({ fhirBaseUrl }: KnowsFhirServerPayload): Promise<KnownFhirServer> {
    const owned = await this.clients.findByFhirServer(fhirBaseUrl);
    return { registered: owned !== undefined && owned.client.smart !== null };
  }

  async connections({ meta, limit, before }: ListEhrConnectionsPayload): Promise<EhrConnections> {
    const found = await this.clients.listSmart(meta.tenantId, limit + 1, before);
    const items = found.slice(0, limit).map(({ id, name }) => ({ id, name }));
    return { items, more: found.length > limit };
  }

  /** @throws DomainError `not-found` */
  async read(payload: OfEhrImportPayload): Promise<ToldEhrState> {
    const { state, fault, missingScopes, preview, begunAt, ...found } = await this.own(payload);
    const client = await this.clients.find(found.tenantId, found.clientId);
    if (client === undefined) throw new DomainError('not-found');
    return {
      connection: { id: client.id, name: client.name },
      ...{ state, fault, preview, missingScopes: [...missingScopes] },
      expiresAt: new Date(begunAt.getTime() + IMPORT_MS).toISOString(),
    };
  }

  /** One that is gone is dropped. */
  async drop(payload: OfEhrImportPayload): Promise<void> {
    const found = await this.imports.find(payload.importId);
    if (found !== undefined && isOf(found, payload)) await this.imports.drop(found.id);
  }

  /** Forgets imports that are over. @returns how many */
  execute(): Promise<number> {
    return this.imports.purge(new Date(this.clock.now().getTime() - IMPORT_MS));
  }

  private async own(payload: OfEhrImportPayload): Promise<StoredImport> {
    const found = await this.imports.find(payload.importId);
    const isOver = found === undefined || this.clock.now().getTime() - found.begunAt.getTime() > IMPORT_MS;
    if (isOver || !isOf(found, payload)) throw new DomainError('not-found');
    return found;
  }
}

const isOf = (
  { tenantId, subject }: Pick<StoredImport, 'tenantId' | 'subject'>,
  payload: OfEhrImportPayload,
): boolean => tenantId === payload.meta.tenantId && subject === payload.subject;
