import { Inject, Injectable } from '@nestjs/common';
import { CaseBody, SEAL_PLACES, type AppendErasurePayload } from '@openrounds/contracts';
import { DATA_SOURCE, ErasedCaseEntity, rememberErasure, wasErased } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { type DataSource, type EntityManager } from 'typeorm';
import {
  type CaseChange,
  type CaseStore,
  type ListedCase,
  type NewCase,
  type NewVersion,
  type StoredCase,
  type StoredReview,
} from '../ports/case-store';
import { CaseReviewEntity } from './entities/case-review.entity';
import { CaseVersionEntity } from './entities/case-version.entity';
import { RoleRequestEntity } from './entities/role-request.entity';
import { TeachingCaseEntity } from './entities/teaching-case.entity';
import { askForecasts } from './forecast-rows';
import { CaseRows, type VersionHead } from './case-rows';
import { logErasure } from './log-record';
import { sendTutorErasure } from './told-gateway';

type Wanted = Parameters<CaseStore['list']>[1];

/** What a case is told by. Its text, 150 KB a version, is read by itself. */
const WITHOUT_BODY = {
  tenantId: true,
  caseId: true,
  version: true,
  contentHash: true,
  card: true,
  madeBy: true,
  madeAt: true,
  masked: true,
  changeId: true,
} as const satisfies Record<keyof VersionHead, true>;

@Injectable()
export class TypeOrmCases implements CaseStore {
  private readonly rows: CaseRows;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {
    this.rows = new CaseRows(sealer);
  }

  add({ tenantId, caseId, owner, version }: NewCase): Promise<'stored' | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      if (await wasErased(manager, tenantId, caseId)) return 'erased';
      const row = { caseId, tenantId, ownerSubject: owner, state: 'draft' as const };
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(TeachingCaseEntity)
        .values({ ...row, newestVersion: version.version, publishedVersion: null })
        .orIgnore()
        .returning(['caseId'])
        .execute();
      const isNew = Array.isArray(inserted.raw) && inserted.raw.length > 0;
      if (isNew) await this.insertVersion(manager, tenantId, caseId, version);
      return 'stored';
    });
  }

  async find(tenantId: string, caseId: string): Promise<StoredCase | 'erased' | undefined> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(TeachingCaseEntity, { tenantId, caseId });
    if (row !== null) return this.read(manager, row);
    return (await manager.existsBy(ErasedCaseEntity, { tenantId, caseId })) ? 'erased' : undefined;
  }

  async readBody(tenantId: string, caseId: string, version: number): Promise<CaseBody | undefined> {
    const where = { tenantId, caseId, version };
    const row = await this.dataSource.manager.findOneBy(CaseVersionEntity, where);
    if (row === null) return undefined;
    return this.sealer.open(row.body, SEAL_PLACES.teachingCaseBody(tenantId, caseId, version), CaseBody);
  }

  async change(
    tenantId: string,
    caseId: string,
    decide: (stored: StoredCase) => CaseChange | null,
  ): Promise<StoredCase | 'erased' | undefined> {
    const changed = await this.dataSource.transaction(async (manager) => {
      const row = await manager.findOne(TeachingCaseEntity, {
        where: { tenantId, caseId },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return undefined;
      const stored = await this.read(manager, row);
      const change = decide(stored);
      return change === null ? stored : this.read(manager, await this.apply(manager, row, change));
    });
    return changed ?? this.find(tenantId, caseId);
  }

  async list(tenantId: string, { limit, before, state }: Wanted): Promise<readonly ListedCase[]> {
    const query = this.newestFirst(tenantId).take(limit);
    if (before !== undefined) query.andWhere('c.caseId < :before', { before });
    if (state !== undefined) query.andWhere('c.state = :state', { state });
    return this.listed(await query.getMany(), 'newestVersion');
  }

  async listPublished(tenantId: string): Promise<readonly ListedCase[]> {
    const query = this.newestFirst(tenantId).andWhere('c.publishedVersion IS NOT NULL');
    return this.listed(await query.getMany(), 'publishedVersion');
  }

  erase(tenantId: string, caseId: string, record: AppendErasurePayload): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.query(
        `DELETE FROM case_forecasts f USING case_versions v
          WHERE v.tenant_id = $1 AND v.case_id = $2 AND f.tenant_id = $1 AND f.content_hash = v.content_hash
            AND NOT EXISTS (SELECT FROM case_versions other WHERE other.tenant_id = $1
                               AND other.content_hash = v.content_hash AND other.case_id <> $2)`,
        [tenantId, caseId],
      );
      await manager.delete(CaseReviewEntity, { tenantId, caseId });
      await manager.delete(CaseVersionEntity, { tenantId, caseId });
      const { affected } = await manager.delete(TeachingCaseEntity, { tenantId, caseId });
      // Last: whoever asks about the case holds its row until the request is kept.
      await manager.delete(RoleRequestEntity, { tenantId, caseId });
      if (affected !== 1) return;
      await logErasure(manager, record);
      await sendTutorErasure(manager, record.meta, [caseId]);
    });
  }

  private newestFirst(tenantId: string) {
    return this.dataSource.manager
      .createQueryBuilder(TeachingCaseEntity, 'c')
      .where('c.tenantId = :tenantId', { tenantId })
      .orderBy('c.caseId', 'DESC');
  }

  private async apply(
    manager: EntityManager,
    row: TeachingCaseEntity,
    { version, review, state, publishedVersion }: CaseChange,
  ): Promise<TeachingCaseEntity> {
    const { tenantId, caseId } = row;
    if (version !== undefined) await this.insertVersion(manager, tenantId, caseId, version);
    if (review !== undefined) await this.saveReview(manager, row, review);
    return manager.save(TeachingCaseEntity, {
      ...row,
      ...(state === undefined ? {} : { state }),
      ...(publishedVersion === undefined ? {} : { publishedVersion }),
      ...(version === undefined ? {} : { newestVersion: version.version }),
    });
  }

  private async insertVersion(
    manager: EntityManager,
    tenantId: string,
    caseId: string,
    version: NewVersion,
  ): Promise<void> {
    await manager.insert(CaseVersionEntity, this.rows.versionRow(tenantId, caseId, version));
    await askForecasts(manager, version.forecasts, version.madeAt);
  }

  private async saveReview(
    manager: EntityManager,
    { tenantId, caseId }: TeachingCaseEntity,
    review: StoredReview,
  ): Promise<void> {
    await manager.save(CaseReviewEntity, this.rows.reviewRow(tenantId, caseId, review));
  }

  private async read(manager: EntityManager, row: TeachingCaseEntity): Promise<StoredCase> {
    const { tenantId, caseId } = row;
    const versions = await manager.find(CaseVersionEntity, {
      select: WITHOUT_BODY,
      where: { tenantId, caseId },
      order: { version: 'ASC' },
    });
    const reviews = await manager.find(CaseReviewEntity, {
      where: { tenantId, caseId },
      order: { at: 'ASC' },
    });
    return this.rows.caseOf(row, versions, reviews);
  }

  /** Cases of a list, each with the card of one of its versions; one broken seal hides no other case. */
  private async listed(
    rows: readonly TeachingCaseEntity[],
    shown: 'newestVersion' | 'publishedVersion',
  ): Promise<ListedCase[]> {
    if (rows.length === 0) return [];
    const { manager } = this.dataSource;
    const [tenantId] = rows.map((row) => row.tenantId);
    const caseIds = rows.map(({ caseId }) => caseId);
    const these = { tenantId, caseIds };
    const versions = await manager
      .createQueryBuilder(CaseVersionEntity, 'v')
      .select(['v.caseId', 'v.version', 'v.contentHash', 'v.card', 'v.tenantId'])
      .innerJoin(TeachingCaseEntity, 'c', `c.caseId = v.caseId AND c.${shown} = v.version`)
      .where('v.tenantId = :tenantId AND v.caseId IN (:...caseIds)', these)
      .getMany();
    const reviews = await manager
      .createQueryBuilder(CaseReviewEntity, 'r')
      .select(['r.caseId', 'r.version', 'r.reviewer', 'r.verdict', 'r.at', 'r.tenantId'])
      .where('r.tenantId = :tenantId AND r.caseId IN (:...caseIds)', these)
      .getMany();
    const headOf = new Map(versions.map((each) => [each.caseId, each]));
    return rows.flatMap((row) => {
      const head = headOf.get(row.caseId);
      const opened = head === undefined ? undefined : this.rows.cardIfWhole(head);
      if (head === undefined || opened === undefined) return [];
      const { caseId, ownerSubject: owner, state, publishedVersion } = row;
      const own = reviews
        .filter((each) => each.caseId === caseId)
        .map((each) => ({ ...each, comment: null }));
      const { version, contentHash } = head;
      const listed = { caseId, owner, state, publishedVersion, reviews: own, version, contentHash };
      return [{ ...listed, card: opened.card }];
    });
  }
}
