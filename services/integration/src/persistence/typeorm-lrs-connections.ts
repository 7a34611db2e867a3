import { Inject, Injectable } from '@nestjs/common';
import { type LrsConnection, type LrsConnectionInput } from '@openrounds/contracts';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { ArrayContains, LessThan, type DataSource } from 'typeorm';
import { type LrsConnections } from '../ports/lrs-connections';
import { Cmi5SessionEntity } from './entities/cmi5-session.entity';
import { LrsConnectionEntity } from './entities/lrs-connection.entity';

@Injectable()
export class TypeOrmLrsConnections implements LrsConnections {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  register(tenantId: string, id: string, connection: LrsConnectionInput, at: Date): Promise<LrsConnection> {
    const { endpoint, fetchOrigins } = connection;
    const hosts = [...new Set([endpoint, ...fetchOrigins].map((url) => hostOf(url)))];
    const said = { ...connection, hosts };
    return inTransaction(this.dataSource, async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(LrsConnectionEntity)
        .values({ id, tenantId, createdAt: at, ...said })
        .orIgnore()
        .execute();
      await manager.update(LrsConnectionEntity, { tenantId, endpoint }, said);
      return connectionOf(await manager.findOneByOrFail(LrsConnectionEntity, { tenantId, endpoint }));
    });
  }

  async find(tenantId: string, id: string): Promise<LrsConnection | undefined> {
    const row = await this.dataSource.manager.findOneBy(LrsConnectionEntity, { tenantId, id });
    return row === null ? undefined : connectionOf(row);
  }

  async list(tenantId: string, limit: number, before: string | undefined): Promise<LrsConnection[]> {
    const rows = await this.dataSource.manager.find(LrsConnectionEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(connectionOf);
  }

  async all(tenantId: string): Promise<LrsConnection[]> {
    return (await this.dataSource.manager.findBy(LrsConnectionEntity, { tenantId })).map(connectionOf);
  }

  remove(tenantId: string, id: string): Promise<boolean> {
    return inTransaction(this.dataSource, async (manager) => {
      const { affected } = await manager.delete(LrsConnectionEntity, { tenantId, id });
      await manager.update(Cmi5SessionEntity, { tenantId, connectionId: id }, { token: null });
      return affected === 1;
    });
  }

  knowsHost(host: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(LrsConnectionEntity, { hosts: ArrayContains([host]) });
  }
}

/** As the way out names it: without the brackets of an IPv6 address. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

function connectionOf({ tenantId: _tenant, hosts: _hosts, createdAt, ...row }: LrsConnectionEntity) {
  return { ...row, createdAt: createdAt.toISOString() };
}
