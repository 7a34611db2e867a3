import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, rememberErasure, wasErased } from '@openrounds/persistence';
import { type DataSource } from 'typeorm';
import { type Ranking, type RankingStore } from '../ports/ranking-store';
import { RankingEntity } from './entities/ranking.entity';

@Injectable()
export class TypeOrmRankings implements RankingStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async find(tenantId: string, runId: string): Promise<Ranking | undefined> {
    return (await this.dataSource.manager.findOneBy(RankingEntity, { tenantId, runId })) ?? undefined;
  }

  save(ranking: Ranking): Promise<'stored' | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      if (await wasErased(manager, ranking.tenantId, ranking.caseId)) return 'erased';
      const { runId, tenantId, caseId, rankedAt, versions, options, facts, answer } = ranking;
      await manager
        .createQueryBuilder()
        .insert()
        .into(RankingEntity)
        .values({ runId, tenantId, caseId, rankedAt, versions, options, facts, answer })
        .orIgnore()
        .execute();
      return 'stored';
    });
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.delete(RankingEntity, { tenantId, caseId });
    });
  }
}
