import { Inject, Injectable } from '@nestjs/common';
import { SEAL_PLACES } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { newId, Sealer } from '@openrounds/platform';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type LearnerStore, type NamedLearner, type StoredLearner } from '../ports/learner-store';
import { LearnerEntity } from './entities/learner.entity';

const PURPOSE = 'learner of a platform';

@Injectable()
export class TypeOrmLearners implements LearnerStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  admit({ tenantId, issuer, subject, testUser }: NamedLearner, at: Date): Promise<string> {
    const hashes = this.hashesOf({ tenantId, issuer, subject });
    const [subjectHash] = hashes;
    return this.dataSource.transaction(async (manager) => {
      const seen = { subjectHash, testUser, lastLaunchAt: at };
      const before = await rowOf(manager, tenantId, hashes);
      if (before !== null) {
        await manager.update(LearnerEntity, { tenantId, id: before.id }, seen);
        return before.id;
      }
      const id = newId();
      const sealed = this.sealer.seal(subject, SEAL_PLACES.learnerSubject(tenantId, id));
      await manager
        .createQueryBuilder()
        .insert()
        .into(LearnerEntity)
        .values({ id, tenantId, issuer, subject: sealed as never, ...seen, createdAt: at })
        .orIgnore()
        .execute();
      return (await manager.findOneByOrFail(LearnerEntity, { tenantId, subjectHash })).id;
    });
  }

  async known(named: Parameters<LearnerStore['known']>[0]): Promise<string | undefined> {
    return (await rowOf(this.dataSource.manager, named.tenantId, this.hashesOf(named)))?.id;
  }

  async knownOf(
    of: Parameters<LearnerStore['knownOf']>[0],
    members: Parameters<LearnerStore['knownOf']>[1],
  ): ReturnType<LearnerStore['knownOf']> {
    const nameOf = new Map(
      members.flatMap(({ subject, name }) =>
        this.hashesOf({ ...of, subject }).map((hash) => [hash, name] as const),
      ),
    );
    const rows = await this.dataSource.query<{ id: string; hash: string }[]>(
      `SELECT id, subject_hash AS hash FROM learners
        WHERE tenant_id = $1 AND subject_hash = ANY($2::text[]) AND NOT test_user`,
      [of.tenantId, [...nameOf.keys()]],
    );
    return rows.map(({ id: learnerId, hash }) => ({ learnerId, name: nameOf.get(hash) ?? '' }));
  }

  async find(tenantId: string, id: string): Promise<StoredLearner | undefined> {
    const row = await this.dataSource.manager.findOneBy(LearnerEntity, { tenantId, id });
    if (row === null) return undefined;
    const { subjectHash: _hash, subject, ...rest } = row;
    return {
      ...rest,
      subject: this.sealer.open(subject, SEAL_PLACES.learnerSubject(tenantId, id), z.string()),
    };
  }

  async erase(tenantId: string, id: string): Promise<boolean> {
    return (await this.dataSource.manager.delete(LearnerEntity, { tenantId, id })).affected === 1;
  }

  /** By the current key, then by retired ones: whoever launches is found by the current one from then on. */
  private hashesOf(named: Parameters<LearnerStore['known']>[0]): [string, ...string[]] {
    const { tenantId, issuer, subject } = named;
    const [current, ...retired] = this.sealer.derive(PURPOSE, [tenantId, issuer, subject]);
    return [current.toString('base64url'), ...retired.map((hash) => hash.toString('base64url'))];
  }
}

const rowOf = (manager: EntityManager, tenantId: string, hashes: readonly string[]) =>
  manager.findOneBy(LearnerEntity, { tenantId, subjectHash: In([...hashes]) });
