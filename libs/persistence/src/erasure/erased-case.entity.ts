import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';

/**
 * That a case was erased here. Kept so that a job which comes late, or again, cannot bring back what is gone;
 * it holds nothing of the case.
 */
@Entity({ name: 'erased_cases' })
export class ErasedCaseEntity {
  @PrimaryColumn('text')
  tenantId!: string;

  @PrimaryColumn('uuid')
  caseId!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  erasedAt!: Date;
}

const lock = (manager: EntityManager, caseId: string): Promise<unknown> =>
  manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [caseId]);

/** Whether the case was erased; the answer holds until the transaction ends. */
export async function wasErased(manager: EntityManager, tenantId: string, caseId: string): Promise<boolean> {
  await lock(manager, caseId);
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM erased_cases WHERE tenant_id = $1 AND case_id = $2',
    [tenantId, caseId],
  );
  return rows.length > 0;
}

/** Remembers the erasure; to be called in the transaction that deletes the rows, before it does. */
export async function rememberErasure(
  manager: EntityManager,
  tenantId: string,
  caseId: string,
): Promise<void> {
  await lock(manager, caseId);
  await manager
    .createQueryBuilder()
    .insert()
    .into(ErasedCaseEntity)
    .values({ tenantId, caseId })
    .orIgnore()
    .execute();
}
