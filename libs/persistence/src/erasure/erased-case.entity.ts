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
  const [row] = await manager.query<{ kept: boolean }[]>('SELECT hold_case($1, $2) AS kept', [
    tenantId,
    caseId,
  ]);
  return row?.kept !== true;
}

/**
 * The same as part of a larger statement, for rows that every run writes: `WITH ${HELD_CASE}, … SELECT … FROM held WHERE
 * kept`. The tenant is $1 and the case $2, which is text: where it is written it says `$2::uuid`. The answer holds until
 * the statement's transaction ends.
 */
export const HELD_CASE = 'held AS MATERIALIZED (SELECT hold_case($1, $2::text) AS kept)';

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
