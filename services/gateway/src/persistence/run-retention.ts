import { Understood, withoutNarrative } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { LessThan, type EntityManager } from 'typeorm';
import { RunEventEntity } from './entities/run-event.entity';
import { RunEntity } from './entities/run.entity';

const FORGET_BATCH = 200;

/** Removes the events of runs that ended before `before`. @returns how many */
export async function forgetEvents(manager: EntityManager, before: Date): Promise<number> {
  const { affected } = await manager
    .createQueryBuilder()
    .delete()
    .from(RunEventEntity)
    .where('run_id IN (SELECT id FROM runs WHERE completed_at < :before)', { before })
    .execute();
  return affected ?? 0;
}

/** Takes the quotations out of runs accepted before `before`, a batch at a time. @returns how many runs */
export async function forgetQuotations(
  manager: EntityManager,
  sealer: Sealer,
  before: Date,
): Promise<number> {
  const rows = await manager.find(RunEntity, {
    where: { narrativeKept: true, createdAt: LessThan(before) },
    order: { createdAt: 'ASC' },
    take: FORGET_BATCH,
  });
  for (const { id, tenantId, understood } of rows) {
    const coded =
      understood === null ? null : withoutNarrative(sealer.open(understood, tenantId, Understood));
    await manager.update(
      RunEntity,
      { id, narrativeKept: true },
      { understood: coded === null ? null : sealer.seal(coded, tenantId), narrativeKept: false },
    );
  }
  return rows.length;
}
