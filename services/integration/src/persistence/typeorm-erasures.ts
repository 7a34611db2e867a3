import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { LessThan, type DataSource } from 'typeorm';
import { type ErasureStore } from '../ports/erasure-store';
import { LearnerEntity } from './entities/learner.entity';
import { PendingErasureEntity } from './entities/pending-erasure.entity';
import { askTeachingToErase, eraseHere } from './erase-learners';

const BATCH = 100;

@Injectable()
export class TypeOrmErasures implements ErasureStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  erase(tenantId: string, id: string): Promise<void> {
    return inTransaction(this.dataSource, (manager) => eraseHere(manager, { tenantId, id }));
  }

  async acknowledge(tenantId: string, learnerId: string): Promise<void> {
    await this.dataSource.manager.delete(PendingErasureEntity, { tenantId, learnerId });
  }

  askAgain(before: Date, requestId: string, now: Date): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      const rows = await manager.find(PendingErasureEntity, {
        where: { askedAt: LessThan(before) },
        order: { askedAt: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const learners = rows.map(({ learnerId: id, tenantId }) => ({ id, tenantId }));
      await askTeachingToErase(manager, learners, requestId, now);
      return rows.length;
    });
  }

  eraseUnseen(before: Date, requestId: string, now: Date): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      const rows = await manager.find(LearnerEntity, {
        select: { id: true, tenantId: true },
        where: { lastLaunchAt: LessThan(before) },
        order: { lastLaunchAt: 'ASC' },
        take: BATCH,
      });
      for (const row of rows) await eraseHere(manager, row);
      await askTeachingToErase(manager, rows, requestId, now);
      return rows.length;
    });
  }
}
