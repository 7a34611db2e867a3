import { Inject, Injectable } from '@nestjs/common';
import { type EhrClient, type EhrClientInput } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { ArrayContains, LessThan, type DataSource } from 'typeorm';
import { type EhrClientStore, type OwnedEhrClient } from '../ports/ehr-client-store';
import { EhrClientEntity } from './entities/ehr-client.entity';
import { hostOf } from './host-of';

@Injectable()
export class TypeOrmEhrClients implements EhrClientStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  register(tenantId: string, id: string, client: EhrClientInput, at: Date): Promise<EhrClient | undefined> {
    const { smart, ...about } = client;
    const { issuer, keySetUrl, fhirBaseUrl } = about;
    const said = {
      ...about,
      smartClientId: smart?.clientId ?? null,
      smartAuthentication: smart?.authentication ?? null,
      hosts: [...new Set([keySetUrl, fhirBaseUrl].map(hostOf))],
    };
    return this.dataSource.transaction(async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(EhrClientEntity)
        .values({ id, tenantId, createdAt: at, smartSecret: null, ...said })
        .orIgnore()
        .execute();
      const row = await manager.findOneBy(EhrClientEntity, { tenantId, issuer });
      if (row === null) return undefined;
      const holder = await manager.findOneBy(EhrClientEntity, { fhirBaseUrl });
      if (holder !== null && holder.id !== row.id) return undefined;
      await manager.update(EhrClientEntity, { id: row.id }, said);
      return clientOf({ ...row, ...said });
    });
  }

  async find(tenantId: string, id: string): Promise<EhrClient | undefined> {
    const row = await this.dataSource.manager.findOneBy(EhrClientEntity, { tenantId, id });
    return row === null ? undefined : clientOf(row);
  }

  async list(tenantId: string, limit: number, before: string | undefined): Promise<EhrClient[]> {
    const rows = await this.dataSource.manager.find(EhrClientEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(clientOf);
  }

  async remove(tenantId: string, id: string): Promise<boolean> {
    const { affected } = await this.dataSource.manager.delete(EhrClientEntity, { tenantId, id });
    return (affected ?? 0) > 0;
  }

  async findByIssuer(issuer: string): Promise<OwnedEhrClient | undefined> {
    const row = await this.dataSource.manager.findOneBy(EhrClientEntity, { issuer });
    return row === null ? undefined : { tenantId: row.tenantId, client: clientOf(row) };
  }

  knowsOrigin(origin: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(EhrClientEntity, { origins: ArrayContains([origin]) });
  }

  knowsHost(host: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(EhrClientEntity, { hosts: ArrayContains([host]) });
  }
}

function clientOf(row: EhrClientEntity): EhrClient {
  const { id, name, issuer, keySetUrl, fhirBaseUrl, origins, language, environment, createdAt } = row;
  const { smartClientId: clientId, smartAuthentication: authentication } = row;
  return {
    ...{ id, name, issuer, keySetUrl, fhirBaseUrl, origins, language, environment },
    smart: clientId === null || authentication === null ? null : { clientId, authentication },
    createdAt: createdAt.toISOString(),
  };
}
