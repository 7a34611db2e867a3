import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, rememberErasure, wasErased } from '@openrounds/persistence';
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

  save(retrieval: Retrieval): Promise<'stored' | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      if (await wasErased(manager, retrieval.tenantId, retrieval.caseId)) return 'erased';
      const { runId, tenantId, caseId, retrievedAt, result } = retrieval;
      await manager.query(
        `INSERT INTO retrievals (run_id, tenant_id, case_id, retrieved_at, result) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [runId, tenantId, caseId, retrievedAt, result],
      );
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
