import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { IsNull, LessThan, MoreThan, type DataSource } from 'typeorm';
import { type RegistrationLink, type RegistrationLinks } from '../ports/registration-links';
import { RegistrationLinkEntity } from './entities/registration-link.entity';

@Injectable()
export class TypeOrmRegistrationLinks implements RegistrationLinks {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async add(link: RegistrationLink, codeHash: string): Promise<RegistrationLink> {
    const { manager } = this.dataSource;
    const row = { ...link, codeHash, usedBy: null };
    await manager.createQueryBuilder().insert().into(RegistrationLinkEntity).values(row).orIgnore().execute();
    return linkOf(await manager.findOneByOrFail(RegistrationLinkEntity, { codeHash }));
  }

  async find(codeHash: string, at: Date, requestId: string): Promise<RegistrationLink | undefined> {
    const row = await this.dataSource.manager.findOneBy(
      RegistrationLinkEntity,
      open(codeHash, at, requestId),
    );
    return row === null ? undefined : linkOf(row);
  }

  async use(codeHash: string, at: Date, requestId: string): Promise<boolean> {
    const { manager } = this.dataSource;
    const used = { usedAt: at, usedBy: requestId };
    return (await manager.update(RegistrationLinkEntity, open(codeHash, at, requestId), used)).affected === 1;
  }

  async giveBack(codeHash: string): Promise<void> {
    await this.dataSource.manager.update(
      RegistrationLinkEntity,
      { codeHash },
      { usedAt: null, usedBy: null },
    );
  }

  async list(tenantId: string, limit: number, before: string | undefined): Promise<RegistrationLink[]> {
    const rows = await this.dataSource.manager.find(RegistrationLinkEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(linkOf);
  }

  async purge(before: Date): Promise<number> {
    const old = { expiresAt: LessThan(before) };
    return (await this.dataSource.manager.delete(RegistrationLinkEntity, old)).affected ?? 0;
  }
}

const open = (codeHash: string, at: Date, requestId: string) => {
  const ofCode = { codeHash, expiresAt: MoreThan(at) };
  return [
    { ...ofCode, usedAt: IsNull() },
    { ...ofCode, usedBy: requestId },
  ];
};

const linkOf = ({ codeHash: _hash, usedBy: _by, ...link }: RegistrationLinkEntity): RegistrationLink => link;
