import { SEAL_PLACES, Understood, withoutNarrative } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { RunEntity, WAITING } from './entities/run.entity';
import { FORGET_EVENTS } from './run-events';

const FORGET_BATCH = 200;

/** Removes the events of runs that ended before `before`. @returns how many */
export async function forgetEvents(manager: EntityManager, before: Date): Promise<number> {
  const [, removed] = await manager.query<[unknown, number]>(FORGET_EVENTS, [before]);
  return removed;
}

/** Takes the quotations out of runs of cases given before `before`, a batch at a time. @returns how many runs */
export async function forgetQuotations(
  manager: EntityManager,
  sealer: Sealer,
  before: Date,
): Promise<number> {
  const rows = await manager.find(RunEntity, {
    where: [
      { narrativeKept: true, textGivenAt: LessThan(before), understood: Not(IsNull()) },
      { narrativeKept: true, textGivenAt: LessThan(before), status: Not(In([...WAITING])) },
    ],
    order: { textGivenAt: 'ASC' },
    take: FORGET_BATCH,
  });
  for (const { id, tenantId, understood } of rows) {
    const place = SEAL_PLACES.runUnderstood(tenantId, id);
    const coded = understood === null ? null : withoutNarrative(sealer.open(understood, place, Understood));
    await manager.update(
      RunEntity,
      { id, narrativeKept: true },
      { understood: coded === null ? null : sealer.seal(coded, place), narrativeKept: false },
    );
  }
  return rows.length;
}
