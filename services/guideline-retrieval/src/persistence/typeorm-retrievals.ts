import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, HELD_CASE, rememberErasure } from '@openrounds/persistence';
import { type DataSource } from 'typeorm';
import { type Retrieval, type RetrievalStore } from '../ports/retrieval-store';
import { RetrievalEntity } from './entities/retrieval.entity';

/** Plain SQL where every run comes by: to build such a query costs more than to run it. */
@Injectable()
export class TypeOrmRetrievals implements RetrievalStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async find(tenantId: string, runId: string): Promise<Retrieval | undefined> {
    const [retrieval] = await this.dataSource.query<Retrieval[]>(
      `SELECT run_id AS "runId", case_id AS "caseId", tenant_id AS "tenantId", retrieved_at AS "retrievedAt", result
         FROM retrievals WHERE tenant_id = $1 AND run_id = $2`,
      [tenantId, runId],
    );
    return retrieval;
  }

  async save({ runId, tenantId, caseId, retrievedAt, result }: Retrieval): Promise<'stored' | 'erased'> {
    const [row] = await this.dataSource.query<{ kept: boolean }[]>(
      `WITH ${HELD_CASE}, stored AS (
         INSERT INTO retrievals (tenant_id, case_id, run_id, retrieved_at, result)
         SELECT $1, $2::uuid, $3, $4, $5 FROM held WHERE kept ON CONFLICT DO NOTHING
       )
       SELECT kept FROM held`,
      [tenantId, caseId, runId, retrievedAt, result],
    );
    return row?.kept === true ? 'stored' : 'erased';
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.delete(RetrievalEntity, { tenantId, caseId });
    });
  }
}
