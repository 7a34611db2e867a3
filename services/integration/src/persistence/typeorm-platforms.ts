import { Inject, Injectable } from '@nestjs/common';
import { type LtiRegistration, type LtiRegistrationInput } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { ArrayContains, LessThan, type DataSource } from 'typeorm';
import { type OwnedPlatform, type PlatformStore } from '../ports/platform-store';
import { PlatformEntity } from './entities/platform.entity';
import { hostOf } from './host-of';
import { removePlatform } from './remove-platform';

@Injectable()
export class TypeOrmPlatforms implements PlatformStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  register(
    tenantId: string,
    id: string,
    registration: LtiRegistrationInput,
    at: Date,
  ): Promise<LtiRegistration | undefined> {
    const { issuer, clientId, authorizationUrl, tokenUrl, keySetUrl } = registration;
    const said = {
      ...registration,
      tokenAudience: registration.tokenAudience ?? null,
      hosts: [...new Set([authorizationUrl, tokenUrl, keySetUrl].map((url) => hostOf(url)))],
    };
    return this.dataSource.transaction(async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(PlatformEntity)
        .values({ id, tenantId, createdAt: at, ...said })
        .orIgnore()
        .execute();
      await manager.update(PlatformEntity, { tenantId, issuer, clientId }, said);
      const row = await manager.findOneBy(PlatformEntity, { tenantId, issuer, clientId });
      return row === null ? undefined : registrationOf(row);
    });
  }

  async find(tenantId: string, id: string): Promise<LtiRegistration | undefined> {
    const row = await this.dataSource.manager.findOneBy(PlatformEntity, { tenantId, id });
    return row === null ? undefined : registrationOf(row);
  }

  async list(tenantId: string, limit: number, before: string | undefined): Promise<LtiRegistration[]> {
    const rows = await this.dataSource.manager.find(PlatformEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(registrationOf);
  }

  async byId(id: string): Promise<OwnedPlatform | undefined> {
    const row = await this.dataSource.manager.findOneBy(PlatformEntity, { id });
    return row === null ? undefined : ownedOf(row);
  }

  async ofIssuer(issuer: string, clientId: string | null): Promise<OwnedPlatform[]> {
    const named = { issuer, ...(clientId === null ? {} : { clientId }) };
    return (await this.dataSource.manager.findBy(PlatformEntity, named)).map(ownedOf);
  }

  remove(tenantId: string, id: string): Promise<boolean> {
    return this.dataSource.transaction((manager) => removePlatform(manager, tenantId, id));
  }

  knowsHost(host: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(PlatformEntity, { hosts: ArrayContains([host]) });
  }
}

const ownedOf = (row: PlatformEntity): OwnedPlatform => ({
  ...registrationOf(row),
  tenantId: row.tenantId,
});

function registrationOf({
  tenantId: _tenant,
  hosts: _hosts,
  createdAt,
  ...row
}: PlatformEntity): LtiRegistration {
  return { ...row, createdAt: createdAt.toISOString() };
}
