import { Inject, Injectable } from '@nestjs/common';
import { CaseInput, Correction, Understood, SEAL_PLACES, withoutNarrative } from '@openrounds/contracts';
import { DATA_SOURCE, HELD_CASE, rememberErasure, wasErased } from '@openrounds/persistence';
import { SealBroken, Sealer } from '@openrounds/platform';
import { type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { withoutWords } from '../model/without-words';
import { type CaseStore, type CaseVersion, type IntakeResult, type ListedCase } from '../ports/case-store';
import { CaseVersionEntity } from './entities/case-version.entity';
import { IntakeResultEntity } from './entities/intake-result.entity';

/** What rests sealed. A version stored before corrections were kept has none. */
const Content = z.object({
  input: z.unknown(),
  understood: Understood,
  corrections: z.array(Correction).default([]),
  changeId: z.string().nullable().default(null),
});
const FORGET_BATCH = 200;

/** Plain SQL where every run comes by: to build such a query costs more than to run it. */
@Injectable()
export class TypeOrmCases implements CaseStore {
  /** Versions whose seal could not be opened when they were to be forgotten: passed by until the next start. */
  private readonly unreadable = new Set<string>();

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  add(version: CaseVersion): Promise<'stored' | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      if (await wasErased(manager, version.tenantId, version.caseId)) return 'erased';
      await this.insertVersion(manager, version);
      return 'stored';
    });
  }

  addNext(version: CaseVersion): Promise<'stored' | 'stale' | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      if (await wasErased(manager, version.tenantId, version.caseId)) return 'erased';
      return (await this.insertVersion(manager, version)) ? 'stored' : 'stale';
    });
  }

  async find(tenantId: string, caseId: string, version?: number): Promise<CaseVersion | undefined> {
    const row = await this.dataSource.manager.findOne(CaseVersionEntity, {
      where: { tenantId, caseId, ...(version === undefined ? {} : { version }) },
      order: { version: 'DESC' },
    });
    return row === null ? undefined : this.open(row);
  }

  async list(tenantId: string, limit: number, before?: string): Promise<readonly ListedCase[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(CaseVersionEntity, 'v')
      .distinctOn(['v.caseId'])
      .where('v.tenantId = :tenantId', { tenantId })
      .andWhere(before === undefined ? 'true' : 'v.caseId < :before', { before })
      .orderBy('v.caseId', 'DESC')
      .addOrderBy('v.version', 'DESC')
      .take(limit)
      .getMany();
    return rows.map((row) => ({ caseId: row.caseId, newest: this.openIfWhole(row) }));
  }

  async findResult(tenantId: string, runId: string): Promise<IntakeResult | undefined> {
    const [row] = await this.dataSource.query<IntakeResultEntity[]>(
      `SELECT run_id AS "runId", tenant_id AS "tenantId", case_id AS "caseId", case_version AS "caseVersion",
              coded_case AS "codedCase", facts, understood
         FROM intake_results WHERE tenant_id = $1 AND run_id = $2`,
      [tenantId, runId],
    );
    return row === undefined
      ? undefined
      : {
          ...row,
          understood: this.sealer.open(row.understood, SEAL_PLACES.intakeResult(tenantId, runId), Understood),
        };
  }

  async saveResult(result: IntakeResult, newCase: CaseVersion | undefined): Promise<'stored' | 'erased'> {
    const first = newCase && (await this.saveFirst(result, newCase));
    if (first !== undefined && first !== 'known') return first;
    const { tenantId, caseId } = result;
    return this.dataSource.transaction(async (manager) => {
      if (await wasErased(manager, tenantId, caseId)) return 'erased';
      const keepsWords = await holdsNarrative(manager, result);
      const kept = keepsWords ? result : { ...result, understood: withoutNarrative(result.understood) };
      await manager.query(
        `INSERT INTO intake_results (tenant_id, case_id, run_id, case_version, coded_case, facts, understood)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        this.resultValues(kept),
      );
      return 'stored';
    });
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.delete(CaseVersionEntity, { tenantId, caseId });
      await manager.delete(IntakeResultEntity, { tenantId, caseId });
    });
  }

  async forgetNarratives(before: Date): Promise<number> {
    let rows: CaseVersionEntity[];
    let forgotten = 0;
    do {
      rows = await this.dataSource.manager
        .createQueryBuilder(CaseVersionEntity, 'v')
        .where('v.narrativeKept AND v.createdAt < :before', { before })
        .andWhere(`v.caseId || '/' || v.version <> ALL(:unreadable)`, { unreadable: [...this.unreadable] })
        .orderBy('v.createdAt')
        .take(FORGET_BATCH)
        .getMany();
      for (const row of rows) {
        if (await this.forgetIfWhole(row)) forgotten += 1;
        else this.unreadable.add(`${row.caseId}/${String(row.version)}`);
      }
    } while (forgotten === 0 && rows.length > 0);
    return forgotten;
  }

  /** @returns false where the seal cannot be opened: the row stays as it is */
  private async forgetIfWhole(row: CaseVersionEntity): Promise<boolean> {
    const whole = this.openIfWhole(row);
    if (whole === undefined) return false;
    const { caseId, tenantId, version, input, understood, corrections, changeId } = withoutWords(whole);
    const content = this.sealer.seal(
      { input, understood, corrections, changeId },
      SEAL_PLACES.caseContent(tenantId, caseId, version),
    );
    await this.dataSource.transaction(async (manager) => {
      await manager.update(
        CaseVersionEntity,
        { caseId, version, tenantId },
        { content, narrativeKept: false },
      );
      await manager.delete(IntakeResultEntity, { caseId, tenantId });
    });
    return true;
  }

  /**
   * A case that comes with its run and what was understood of it, which is nearly always, in one statement.
   *
   * @returns `known` where the case stands already: then nothing was written
   */
  private async saveFirst(
    result: IntakeResult,
    version: CaseVersion,
  ): Promise<'stored' | 'erased' | 'known'> {
    const [row] = await this.dataSource.query<{ kept: boolean; isNew: boolean }[]>(
      `WITH ${HELD_CASE}, version AS (
         INSERT INTO case_versions (tenant_id, case_id, version, created_at, content, masked, narrative_kept)
         SELECT $1, $2::uuid, $8, $9, $10, $11, true FROM held WHERE kept ON CONFLICT DO NOTHING RETURNING version
       ), result AS (
         INSERT INTO intake_results (tenant_id, case_id, run_id, case_version, coded_case, facts, understood)
         SELECT $1, $2::uuid, $3, $4, $5, $6, $7 FROM version ON CONFLICT DO NOTHING
       )
       SELECT kept, EXISTS (SELECT FROM version) AS "isNew" FROM held`,
      [...this.resultValues(result), ...this.versionValues(version)],
    );
    if (row?.kept !== true) return 'erased';
    return row.isNew ? 'stored' : 'known';
  }

  private resultValues({ tenantId, caseId, runId, caseVersion, codedCase, facts, understood }: IntakeResult) {
    const sealed = this.sealer.seal(understood, SEAL_PLACES.intakeResult(tenantId, runId));
    return [tenantId, caseId, runId, caseVersion, codedCase, facts, sealed];
  }

  private versionValues({ version, createdAt, masked, ...of }: CaseVersion) {
    const { tenantId, caseId, input, understood, corrections, changeId } = of;
    const place = SEAL_PLACES.caseContent(tenantId, caseId, version);
    const content = this.sealer.seal({ input, understood, corrections, changeId }, place);
    return [version, createdAt, content, JSON.stringify(masked)];
  }

  /** Whether it was stored: false where a version of this number stands already. */
  private async insertVersion(manager: EntityManager, version: CaseVersion): Promise<boolean> {
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO case_versions (tenant_id, case_id, version, created_at, content, masked, narrative_kept)
       VALUES ($1, $2, $3, $4, $5, $6, true) ON CONFLICT DO NOTHING RETURNING version`,
      [version.tenantId, version.caseId, ...this.versionValues(version)],
    );
    return inserted.length > 0;
  }

  /** One broken seal must not keep the other cases from being listed. */
  private openIfWhole(row: CaseVersionEntity): CaseVersion | undefined {
    try {
      return this.open(row);
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  private open({ content, narrativeKept: _kept, ...row }: CaseVersionEntity): CaseVersion {
    const { input, ...rest } = this.sealer.open(
      content,
      SEAL_PLACES.caseContent(row.tenantId, row.caseId, row.version),
      Content,
    );
    return { ...row, ...rest, input: readInput(input) };
  }
}

/**
 * Whether retention has left the narrative in the version that a result was made of; the answer holds until the
 * transaction ends. A run may have read the version before it was emptied.
 */
async function holdsNarrative(
  manager: EntityManager,
  { tenantId, caseId, caseVersion }: IntakeResult,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM case_versions
      WHERE tenant_id = $1 AND case_id = $2 AND version = $3 AND narrative_kept FOR SHARE`,
    [tenantId, caseId, caseVersion],
  );
  return rows.length > 0;
}

/** A case whose narrative was forgotten may say nothing any more: the check that it says something is left out. */
const readInput = (input: unknown): CaseInput => {
  const read = CaseInput.safeParse(input);
  return read.success ? read.data : (input as CaseInput);
};
