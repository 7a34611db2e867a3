import { Inject, Injectable } from '@nestjs/common';
import { SEAL_PLACES, type EhrClient, type RegisteredEhr } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { ArrayContains, IsNull, LessThan, Not, type DataSource, type FindOptionsWhere } from 'typeorm';
import { z } from 'zod';
import { type EhrClientStore, type OwnedEhrClient, type Registration } from '../ports/ehr-client-store';
import { EhrClientEntity } from './entities/ehr-client.entity';
import { hostOf } from './host-of';

@Injectable()
export class TypeOrmEhrClients implements EhrClientStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  register(
    tenantId: string,
    id: string,
    { smart, ...client }: RegisteredEhr,
    secret: string | undefined,
    at: Date,
  ): Promise<Registration> {
    const { issuer, keySetUrl, fhirBaseUrl } = client;
    return this.dataSource.transaction(async (manager) => {
      const known = await manager.findOneBy(EhrClientEntity, { tenantId, issuer });
      const place = SEAL_PLACES.ehrSecret(tenantId, known?.id ?? id);
      const given = secret === undefined ? (known?.smartSecret ?? null) : this.sealer.seal(secret, place);
      const smartSecret = smart?.authentication === 'secret' ? given : null;
      if (smart?.authentication === 'secret' && smartSecret === null) return { outcome: 'without-secret' };
      const said = {
        ...client,
        smartClientId: smart?.clientId ?? null,
        smartAuthentication: smart?.authentication ?? null,
        smartSecret: smartSecret as never,
        hosts: [...new Set([keySetUrl, fhirBaseUrl].map(hostOf))],
      };
      await manager
        .createQueryBuilder()
        .insert()
        .into(EhrClientEntity)
        .values({ id, tenantId, createdAt: at, ...said })
        .orIgnore()
        .execute();
      const row = await manager.findOneBy(EhrClientEntity, { tenantId, issuer });
      if (row === null) return { outcome: 'taken' };
      const holder = await manager.findOneBy(EhrClientEntity, { fhirBaseUrl });
      if (holder !== null && holder.id !== row.id) return { outcome: 'taken' };
      await manager.update(EhrClientEntity, { id: row.id }, said);
      return { outcome: 'kept', client: clientOf({ ...row, ...said }) };
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

  async listSmart(tenantId: string, limit: number, before: string | undefined): Promise<EhrClient[]> {
    const rows = await this.dataSource.manager.find(EhrClientEntity, {
      where: {
        ...{ tenantId, smartClientId: Not(IsNull()) },
        ...(before === undefined ? {} : { id: LessThan(before) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(clientOf);
  }

  async secretOf(tenantId: string, id: string): Promise<string | undefined> {
    const row = await this.dataSource.manager.findOneBy(EhrClientEntity, { tenantId, id });
    if (row === null || row.smartSecret === null) return undefined;
    return this.sealer.open(row.smartSecret, SEAL_PLACES.ehrSecret(tenantId, id), z.string());
  }

  async remove(tenantId: string, id: string): Promise<boolean> {
    const { affected } = await this.dataSource.manager.delete(EhrClientEntity, { tenantId, id });
    return (affected ?? 0) > 0;
  }

  findByIssuer(issuer: string): Promise<OwnedEhrClient | undefined> {
    return this.owned({ issuer });
  }

  findByFhirServer(fhirBaseUrl: string): Promise<OwnedEhrClient | undefined> {
    return this.owned({ fhirBaseUrl });
  }

  knowsOrigin(origin: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(EhrClientEntity, { origins: ArrayContains([origin]) });
  }

  knowsHost(host: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(EhrClientEntity, { hosts: ArrayContains([host]) });
  }

  private async owned(of: FindOptionsWhere<EhrClientEntity>): Promise<OwnedEhrClient | undefined> {
    const row = await this.dataSource.manager.findOneBy(EhrClientEntity, of);
    return row === null ? undefined : { tenantId: row.tenantId, client: clientOf(row) };
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
