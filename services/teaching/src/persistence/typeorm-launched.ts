import { Inject, Injectable } from '@nestjs/common';
import { guestSubject } from '@openrounds/contracts';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { type DataSource } from 'typeorm';
import { type LaunchedLearners } from '../ports/launched-learners';
import { LearnerEntity } from './entities/learner.entity';
import { wasAccountErased } from './erased-learners';

@Injectable()
export class TypeOrmLaunched implements LaunchedLearners {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  admit(
    tenantId: string,
    { learnerId, pseudonym, at }: Parameters<LaunchedLearners['admit']>[1],
  ): Promise<'there' | 'erased'> {
    return inTransaction(this.dataSource, async (manager) => {
      if (await wasAccountErased(manager, this.sealer, tenantId, guestSubject(learnerId))) return 'erased';
      const row: LearnerEntity = {
        ...{ id: learnerId, tenantId, pseudonym, launched: true, createdAt: at, lastSeenAt: at },
        ...{ subject: null, name: null, joinKeyHash: null, resumeHash: null },
      };
      await manager
        .createQueryBuilder()
        .insert()
        .into(LearnerEntity)
        .values(row as never)
        .orIgnore()
        .execute();
      const { affected } = await manager.update(
        LearnerEntity,
        { tenantId, id: learnerId },
        { lastSeenAt: at },
      );
      return affected === 1 ? 'there' : 'erased';
    });
  }
}
