import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, rememberErasure, wasErased } from '@openrounds/persistence';
import { type DataSource } from 'typeorm';
import { type Retrieval, type RetrievalStore } from '../ports/retrieval-store';
import { RetrievalEntity } from './entities/retrieval.entity';

@Injectable()
export class TypeOrmRetrievals implements RetrievalStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async find(tenantId: string, runId: string): Promise<Retrieval | undefined> {
    return (await this.dataSource.manager.findOneBy(RetrievalEntity, { tenantId, runId })) ?? undefined;
  }

  save(retrieval: Retrieval): Promise<'stored' | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      if (await wasErased(manager, retrieval.tenantId, retrieval.caseId)) return 'erased';
      await manager
        .createQueryBuilder()
        .insert()
        .into(RetrievalEntity)
        .values({ ...retrieval })
        .orIgnore()
        .execute();
      return 'stored';
    });
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.delete(RetrievalEntity, { tenantId, caseId });
    });
  }
}
