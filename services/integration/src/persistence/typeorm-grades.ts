import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { SUPERSEDABLE } from '../model/grade-state';
import { type GradeStore } from '../ports/grade-store';
import { GradeEntity } from './entities/grade.entity';

@Injectable()
export class TypeOrmGrades implements GradeStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  receive(
    { linkId, learnerId, version, submittedAt, ...score }: Parameters<GradeStore['receive']>[0],
    { tenantId, id, at }: Parameters<GradeStore['receive']>[1],
  ): Promise<void> {
    const pair = { tenantId, linkId, learnerId };
    return inTransaction(this.dataSource, async (manager) => {
      await lockPair(manager, pair);
      const others = await manager.findBy(GradeEntity, pair);
      if (others.some((each) => each.version === version)) return;
      const last = others.reduce((latest, { stamp }) => Math.max(latest, stamp.getTime()), 0);
      const isNewest = others.every((each) => each.version < version);
      await manager.insert(GradeEntity, {
        ...{ ...pair, ...score, id, version, changedAt: at },
        submittedAt: new Date(submittedAt),
        stamp: new Date(Math.max(at.getTime(), last + 1)),
        state: isNewest ? 'waiting' : 'superseded',
      });
      if (isNewest)
        await manager.update(
          GradeEntity,
          { id: In(others.map((each) => each.id)), state: In(SUPERSEDABLE) },
          { state: 'superseded', changedAt: at },
        );
    });
  }
}

/** One at a time writes the scores of a learner at a link: of two versions that come at once one must see the other. */
const lockPair = (manager: EntityManager, { linkId, learnerId }: { linkId: string; learnerId: string }) =>
  manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`grade ${linkId} ${learnerId}`]);
