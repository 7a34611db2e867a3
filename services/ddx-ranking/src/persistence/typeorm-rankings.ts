import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, HELD_CASE, rememberErasure } from '@openrounds/persistence';
import { packAnswer, unpackOwnAnswer } from '@openrounds/run-flow';
import { type DataSource } from 'typeorm';
import { type Ranking, type RankingStore } from '../ports/ranking-store';
import { RankingEntity } from './entities/ranking.entity';
import { eraseLlmAnswers } from './typeorm-llm-answers';

type RankingRow = Omit<Ranking, 'answer'> & Pick<RankingEntity, 'answer' | 'packedAnswer'>;

/** Plain SQL where every run comes by: to build such a query costs more than to run it. */
@Injectable()
export class TypeOrmRankings implements RankingStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async find(tenantId: string, runId: string): Promise<Ranking | undefined> {
    const [row] = await this.dataSource.query<RankingRow[]>(
      `SELECT run_id AS "runId", tenant_id AS "tenantId", case_id AS "caseId", ranked_at AS "rankedAt",
              versions, options, facts, answer, packed_answer AS "packedAnswer"
         FROM rankings WHERE tenant_id = $1 AND run_id = $2`,
      [tenantId, runId],
    );
    if (row === undefined) return undefined;
    const { packedAnswer, ...ranking } = row;
    return packedAnswer === null
      ? (ranking as Ranking)
      : { ...ranking, answer: unpackOwnAnswer(packedAnswer) };
  }

  async save(ranking: Ranking, packed: Buffer | null): Promise<'stored' | 'erased'> {
    const { runId, tenantId, caseId, rankedAt, versions, options, facts, answer } = ranking;
    const [row] = await this.dataSource.query<{ kept: boolean }[]>(
      `WITH ${HELD_CASE}, stored AS (
         INSERT INTO rankings (tenant_id, case_id, run_id, ranked_at, versions, options, facts, packed_answer, packed)
         SELECT $1, $2::uuid, $3, $4, $5, $6, $7, $8, $9 FROM held WHERE kept ON CONFLICT DO NOTHING
       )
       SELECT kept FROM held`,
      [tenantId, caseId, runId, rankedAt, versions, options, facts, packAnswer(answer), packed],
    );
    return row?.kept === true ? 'stored' : 'erased';
  }

  async readPacked(tenantId: string, runId: string): Promise<Buffer | undefined> {
    const [row] = await this.dataSource.query<{ packed: Buffer | null }[]>(
      'SELECT packed FROM rankings WHERE tenant_id = $1 AND run_id = $2',
      [tenantId, runId],
    );
    return row?.packed ?? undefined;
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.delete(RankingEntity, { tenantId, caseId });
      await eraseLlmAnswers(manager, tenantId, caseId);
    });
  }
}
