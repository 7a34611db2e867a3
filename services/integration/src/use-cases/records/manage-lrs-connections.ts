import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CheckLrsPayload,
  type ListLrsPayload,
  type LrsCheck,
  type LrsConnection,
  type LrsConnections as Told,
  type RegisterLrsPayload,
  type RemoveLrsPayload,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { LRS_CONNECTIONS, type LrsConnections } from '../../ports/lrs-connections';
import { RECORD_STORE, type RecordStore } from '../../ports/record-store';

/** The systems of a tenant that launch by cmi5 and keep records. */
@Injectable()
export class ManageLrsConnections {
  constructor(
    @Inject(LRS_CONNECTIONS) private readonly connections: LrsConnections,
    @Inject(RECORD_STORE) private readonly records: Pick<RecordStore, 'about'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register({ meta, connectionId, connection }: RegisterLrsPayload): Promise<LrsConnection> {
    return this.connections.register(meta.tenantId, connectionId, connection, this.clock.now());
  }

  async list({ meta, limit, before }: ListLrsPayload): Promise<Told> {
    const found = await this.connections.list(meta.tenantId, limit + 1, before);
    return { items: found.slice(0, limit), more: found.length > limit };
  }

  /** @throws DomainError `not-found` */
  async check({ meta, connectionId }: CheckLrsPayload): Promise<LrsCheck> {
    const connection = await this.connections.find(meta.tenantId, connectionId);
    if (connection === undefined) throw new DomainError('not-found');
    return this.records.about(connection.endpoint);
  }

  /** @throws DomainError `not-found` */
  async remove({ meta, connectionId }: RemoveLrsPayload): Promise<void> {
    if (!(await this.connections.remove(meta.tenantId, connectionId))) throw new DomainError('not-found');
  }
}
