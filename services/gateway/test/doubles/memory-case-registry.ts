import {
  erasureJobId,
  runJobId,
  type EraseCasePayload,
  type Language,
  type PatientConfirmation,
} from '@openrounds/contracts';
import { type CaseEntity } from '../../src/persistence/entities/case.entity';
import { WAITING, type RunEntity } from '../../src/persistence/entities/run.entity';
import { type CaseRegistry, type CaseState, type UnfinishedErasure } from '../../src/ports/case-registry';
import { GatewayRows } from './gateway-rows';

const ERASING = ['case-intake', 'ddx-ranking', 'guideline-retrieval', 'explanation-log'] as const;
const isWaiting = ({ status }: RunEntity): boolean => WAITING.some((each) => each === status);

/** The register of cases in memory: passes the suite that the one in Postgres passes. */
export class MemoryCaseRegistry implements CaseRegistry {
  constructor(private readonly rows = new GatewayRows()) {}

  stateOf(tenantId: string, caseId: string): Promise<CaseState> {
    const row = this.row(tenantId, caseId);
    if (row === undefined) return Promise.resolve('unknown');
    return Promise.resolve(row.erasedAt === null ? 'stored' : 'erased');
  }

  erasedAmong(tenantId: string, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const erased = caseIds.filter((id) => (this.row(tenantId, id)?.erasedAt ?? null) !== null);
    return Promise.resolve(new Set(erased));
  }

  add(
    tenantId: string,
    caseId: string,
    language: Language,
    at: Date,
    confirmation: PatientConfirmation | null = null,
  ): Promise<void> {
    const row = { ...newCase(tenantId, caseId, language, at), confirmation };
    if (!this.rows.cases.has(caseId)) this.rows.cases.set(caseId, row);
    return Promise.resolve();
  }

  confirmationsOf(
    tenantId: string,
    caseIds: readonly string[],
  ): Promise<ReadonlyMap<string, PatientConfirmation>> {
    const stated = caseIds.flatMap((id): [string, PatientConfirmation][] => {
      const confirmation = this.row(tenantId, id)?.confirmation ?? null;
      return confirmation === null ? [] : [[id, confirmation]];
    });
    return Promise.resolve(new Map(stated));
  }

  erase(tenantId: string, caseId: string, requestId: string, at: Date): Promise<void> {
    const row = this.row(tenantId, caseId);
    if (row !== undefined) Object.assign(row, { erasedAt: at, erasureSeenAt: at, confirmation: null });
    const runs = this.runsOf(tenantId, caseId);
    for (const run of runs) this.empty(run, at);
    this.rows.idempotency.release(tenantId, [caseId, ...runs.map(({ id }) => id)]);
    this.tell({ tenantId, caseId, epoch: 0, missing: ERASING }, requestId);
    return Promise.resolve();
  }

  keep(tenantId: string, caseId: string, now: Date): Promise<boolean> {
    const row = this.row(tenantId, caseId);
    if (row?.expiresAt && row.expiresAt > now) row.expiresAt = null;
    return Promise.resolve(row?.expiresAt === null);
  }

  expired(now: Date, limit: number): Promise<{ tenantId: string; caseId: string }[]> {
    const rows = [...this.rows.cases.values()].filter(
      ({ expiresAt, erasedAt }) => expiresAt !== null && expiresAt <= now && erasedAt === null,
    );
    return Promise.resolve(rows.slice(0, limit).map(({ id, tenantId }) => ({ tenantId, caseId: id })));
  }

  acknowledge(tenantId: string, caseId: string, service: string): Promise<void> {
    const row = this.row(tenantId, caseId);
    if (row === undefined || row.erasedBy.includes(service)) return Promise.resolve();
    row.erasedBy = [...row.erasedBy, service].sort();
    if (ERASING.every((each) => row.erasedBy.includes(each))) row.erasureSeenAt = null;
    return Promise.resolve();
  }

  unfinishedErasures(before: Date, limit: number): Promise<readonly UnfinishedErasure[]> {
    const left = this.unfinished()
      .filter(({ seenAt }) => seenAt < before)
      .sort((a, b) => a.seenAt.getTime() - b.seenAt.getTime());
    return Promise.resolve(
      left.slice(0, limit).map(({ row }) => ({
        tenantId: row.tenantId,
        caseId: row.id,
        epoch: row.erasureEpoch,
        missing: ERASING.filter((service) => !row.erasedBy.includes(service)),
      })),
    );
  }

  eraseAgain(
    { tenantId, caseId, epoch }: UnfinishedErasure,
    services: readonly string[],
    requestId: string,
    at: Date,
  ): Promise<void> {
    const row = this.row(tenantId, caseId);
    if (row === undefined || row.erasureEpoch !== epoch || row.erasureSeenAt === null)
      return Promise.resolve();
    row.erasureSeenAt = at;
    if (services.length === 0) return Promise.resolve();
    row.erasureEpoch = epoch + 1;
    this.tell({ tenantId, caseId, epoch: epoch + 1, missing: services }, requestId);
    return Promise.resolve();
  }

  oldestUnfinishedErasure(): Promise<Date | undefined> {
    const times = this.unfinished().flatMap(({ row }) => row.erasedAt ?? []);
    return Promise.resolve(times.sort((a, b) => a.getTime() - b.getTime())[0]);
  }

  private row(tenantId: string, caseId: string): CaseEntity | undefined {
    const row = this.rows.cases.get(caseId);
    return row?.tenantId === tenantId ? row : undefined;
  }

  private unfinished(): { row: CaseEntity; seenAt: Date }[] {
    return [...this.rows.cases.values()].flatMap((row) =>
      row.erasureSeenAt === null ? [] : [{ row, seenAt: row.erasureSeenAt }],
    );
  }

  private runsOf(tenantId: string, caseId: string): RunEntity[] {
    const runs = [...this.rows.runs.values()];
    return runs.filter((run) => run.tenantId === tenantId && run.caseId === caseId);
  }

  private empty(run: RunEntity, at: Date): void {
    if (isWaiting(run)) Object.assign(run, { status: 'failed', completedAt: at });
    const nothing = {
      input: null,
      understood: null,
      answer: null,
      guidelines: null,
      llm: null,
      reading: null,
      revision: null,
    };
    Object.assign(run, { ...nothing, problem: null, narrativeKept: false });
    this.rows.events.delete(run.id);
    const own = Array.from({ length: run.epoch + 1 }, (_, epoch) =>
      runJobId(run.id, 'normalise-case.v1', epoch),
    );
    const messages = [...own, runJobId(run.id, 'revise-run.v1', 0)];
    this.rows.messages = this.rows.messages.filter(({ jobId }) => !messages.includes(jobId));
  }

  private tell({ tenantId, caseId, epoch, missing }: UnfinishedErasure, requestId: string): void {
    const runs = this.runsOf(tenantId, caseId).map((run) => ({ runId: run.id, epoch: run.epoch }));
    const payload: EraseCasePayload = { meta: { tenantId, requestId }, caseId, epoch, runs };
    for (const queue of ERASING.filter((service) => missing.includes(service))) {
      const jobId = erasureJobId(caseId, 'erase-case.v1', queue, epoch);
      if (this.rows.messages.some((each) => each.jobId === jobId)) continue;
      this.rows.messages.push({ queue, job: 'erase-case.v1', jobId, payload });
    }
  }
}

/** A case that is known and not erased. */
export const newCase = (tenantId: string, id: string, language: Language, createdAt: Date): CaseEntity => ({
  id,
  tenantId,
  language,
  createdAt,
  erasedAt: null,
  erasedBy: [],
  erasureEpoch: 0,
  erasureSeenAt: null,
  expiresAt: null,
  confirmation: null,
});
