import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type RunFilter, type RunLine, type SilentRun } from '../ports/run-store';
import { CaseEntity } from './entities/case.entity';
import { RunEntity, WAITING } from './entities/run.entity';

/**
 * The lines of a list, in plain SQL: of an answer, which is large, a line shows one disease, and of what was understood,
 * which is sealed, nothing.
 */
export const listLines = (manager: EntityManager, filter: RunFilter): Promise<RunLine[]> => {
  const { tenantId, before = null, caseId = null, status = null, limit } = filter;
  return manager.query<RunLine[]>(
    `SELECT run.id, run.status, run.created_at AS "createdAt", run.completed_at AS "completedAt",
            run.case_id AS "caseId", run.case_version AS "caseVersion", run.options ->> 'caseMix' AS "caseMix",
            run.degraded, run.versions,
            coalesce(run.leading_disease, CASE WHEN first.entry IS NULL THEN NULL ELSE jsonb_build_object(
              'diseaseId', first.entry -> 'diseaseId', 'probability', first.entry -> 'probability') END) AS "leading"
       FROM runs run
       CROSS JOIN LATERAL (SELECT run.answer #> '{differential,0}' AS entry) first
      WHERE run.tenant_id = $1
        AND ($2::uuid IS NULL OR run.id < $2)
        AND ($3::uuid IS NULL OR run.case_id = $3)
        AND ($4::text IS NULL OR run.status = $4)
        AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = run.case_id AND c.erased_at IS NOT NULL)
      ORDER BY run.id DESC LIMIT $5`,
    [tenantId, before, caseId, status, limit],
  );
};

/** Waiting runs of which nothing was heard since `before`, the longest silent first. */
export const listSilent = (manager: EntityManager, before: Date, limit: number): Promise<SilentRun[]> =>
  unerased(manager)
    .select(
      ['id', 'tenantId', 'epoch', 'requestId', 'createdAt', 'begunAt', 'progressedAt'].map(
        (name) => `run.${name}`,
      ),
    )
    .andWhere('run.status IN (:...waiting)', { waiting: WAITING })
    .andWhere('run.begunAt IS NOT NULL')
    .andWhere('run.progressedAt < :before', { before })
    .orderBy('run.progressedAt', 'ASC')
    .take(limit)
    .getMany();

const unerased = (manager: EntityManager): SelectQueryBuilder<RunEntity> =>
  manager.createQueryBuilder(RunEntity, 'run').where((query) => {
    const erased = query
      .subQuery()
      .select('1')
      .from(CaseEntity, 'c')
      .where('c.id = run.caseId AND c.erasedAt IS NOT NULL');
    return `NOT EXISTS ${erased.getQuery()}`;
  });
