import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { LessThan, type DataSource } from 'typeorm';
import { type NamesRead, type NamesReadStore } from '../ports/names-read';
import { NamesReadEntity } from './entities/names-read.entity';

@Injectable()
export class TypeOrmNamesRead implements NamesReadStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async add(read: NamesRead): Promise<void> {
    await this.dataSource.manager.insert(NamesReadEntity, read);
  }

  list(tenantId: string, limit: number, before: string | undefined): Promise<NamesRead[]> {
    return this.dataSource.manager.find(NamesReadEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async purge(before: Date): Promise<number> {
    return (await this.dataSource.manager.delete(NamesReadEntity, { at: LessThan(before) })).affected ?? 0;
  }
}
