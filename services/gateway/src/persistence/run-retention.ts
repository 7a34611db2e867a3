import { SEAL_PLACES, Understood, withoutNarrative } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { RunEntity, WAITING } from './entities/run.entity';
import { FORGET_EVENTS } from './run-events';

const FORGET_BATCH = 200;
/** Words of a run that waits may still be on their way. */
const ENDED = Not(In([...WAITING]));

/** Removes the events of runs that ended before `before`. @returns how many */
export async function forgetEvents(manager: EntityManager, before: Date): Promise<number> {
  const [, removed] = await manager.query<[unknown, number]>(FORGET_EVENTS, [before]);
  return removed;
}

/**
 * Takes the quotations out of runs of cases given before `before`, a batch at a time. A run whose seal cannot be opened is
 * put among the `unreadable`, which are passed by, and stays as it is.
 *
 * @returns how many runs
 */
export async function forgetQuotations(
  manager: EntityManager,
  sealer: Sealer,
  before: Date,
  unreadable: Set<string>,
): Promise<number> {
  let rows: RunEntity[];
  let forgotten = 0;
  do {
    const readable = Not(In([...unreadable]));
    rows = await manager.find(RunEntity, {
      where: [
        { narrativeKept: true, textGivenAt: LessThan(before), id: readable, understood: Not(IsNull()) },
        { narrativeKept: true, textGivenAt: LessThan(before), id: readable, status: ENDED },
      ],
      order: { textGivenAt: 'ASC' },
      take: FORGET_BATCH,
    });
    for (const row of rows) {
      if (await forgetQuotationsOf(row, manager, sealer)) forgotten += 1;
      else unreadable.add(row.id);
    }
  } while (forgotten === 0 && rows.length > 0);
  return forgotten;
}

/** @returns false where the seal cannot be opened */
async function forgetQuotationsOf(
  { id, tenantId, understood, reading }: RunEntity,
  manager: EntityManager,
  sealer: Sealer,
): Promise<boolean> {
  const place = SEAL_PLACES.runUnderstood(tenantId, id);
  const whole = understood === null ? null : sealer.openIfWhole(understood, place, Understood);
  if (whole === undefined) return false;
  await manager.update(
    RunEntity,
    { id, narrativeKept: true },
    {
      understood: whole === null ? null : sealer.seal(withoutNarrative(whole), place),
      reading: reading && { ...reading, quotes: null },
      narrativeKept: false,
    },
  );
  return true;
}
