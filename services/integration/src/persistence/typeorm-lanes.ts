import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { MoreThan, type DataSource } from 'typeorm';
import { type LaneStore } from '../ports/lane-store';
import { PlatformLaneEntity } from './entities/platform-lane.entity';

/** So many failures in a row pause a platform for so long. */
const FAILURES = 5;
const PAUSE_MS = 60_000;

/** Each lane is an advisory lock of a connection of its own: it ends with the connection, and so with the process. */
@Injectable()
export class TypeOrmLanes implements LaneStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async hold(platformId: string, work: () => Promise<void>): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    const key = [`lane ${platformId}`];
    try {
      const [row] = (await runner.query(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
        key,
      )) as [{ held: boolean }];
      if (!row.held) return false;
      try {
        await work();
      } finally {
        await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', key);
      }
      return true;
    } finally {
      await runner.release();
    }
  }

  async pausedUntil(platformId: string, now: Date): Promise<Date | null> {
    const paused = { platformId, pausedUntil: MoreThan(now) };
    return (await this.dataSource.manager.findOneBy(PlatformLaneEntity, paused))?.pausedUntil ?? null;
  }

  async note(platformId: string, failed: boolean, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const before = await manager.findOneBy(PlatformLaneEntity, { platformId });
      const failures = failed ? (before?.failures ?? 0) + 1 : 0;
      if (failures === 0 && (before?.failures ?? 0) === 0) return;
      const pauses = failures >= FAILURES;
      const pausedUntil = pauses ? new Date(now.getTime() + PAUSE_MS) : null;
      await manager.save(PlatformLaneEntity, { platformId, failures: pauses ? 0 : failures, pausedUntil });
    });
  }
}
