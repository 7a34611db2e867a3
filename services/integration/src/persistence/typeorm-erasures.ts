import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { newId } from '@openrounds/platform';
import { LessThan, type DataSource } from 'typeorm';
import { type ErasureStore } from '../ports/erasure-store';
import { GradeEntity } from './entities/grade.entity';
import { PendingErasureEntity } from './entities/pending-erasure.entity';
import { OUTBOX } from './outbox';

const BATCH = 100;

@Injectable()
export class TypeOrmErasures implements ErasureStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async erase(tenantId: string, learnerId: string): Promise<void> {
    await this.dataSource.manager.delete(GradeEntity, { tenantId, learnerId });
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
      for (const { learnerId, tenantId } of rows) {
        await manager.update(PendingErasureEntity, { learnerId }, { askedAt: now });
        await OUTBOX.add(manager, {
          queue: 'teaching',
          job: 'erase-learner.v1',
          // Queues remember the names of jobs: this one says nothing of the learner.
          jobId: `${newId()}-erase-learner-v1`,
          payload: { meta: { tenantId, requestId }, learnerId },
        });
      }
      return rows.length;
    });
  }
}
