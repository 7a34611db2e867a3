import { DomainError, runJobId, type NormaliseCasePayload } from '@openrounds/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import { type NewRun } from '../ports/run-store';
import { CaseEntity } from './entities/case.entity';
import { type RunEntity } from './entities/run.entity';

/** A run of which nothing is known yet. */
export const newRow = ({ principal, language: _language, ...run }: NewRun, textGivenAt: Date): RunEntity => ({
  ...run,
  textGivenAt,
  tenantId: principal.tenantId,
  subject: principal.subject,
  status: 'queued',
  progressedAt: run.createdAt,
  completedAt: null,
  epoch: 0,
  input: run.input === null ? null : { ...run.input },
  understood: null,
  narrativeKept: true,
  answer: null,
  guidelines: null,
  llm: null,
  degraded: [],
  logEntry: null,
  problem: null,
});

/** Makes the case known that comes with its run. */
export const insertCase = (
  manager: EntityManager,
  { principal, caseId, language, createdAt }: NewRun,
): Promise<unknown> =>
  manager.insert(CaseEntity, {
    id: caseId,
    tenantId: principal.tenantId,
    language,
    createdAt,
    erasedAt: null,
    erasedBy: [],
    erasureSeenAt: null,
  });

/** Holds the stored case of a new run against an erasure until the run is written. @returns when it was given */
export async function holdCase(manager: EntityManager, { principal, caseId }: NewRun): Promise<Date> {
  const stored = await manager.findOne(CaseEntity, {
    where: { tenantId: principal.tenantId, id: caseId, erasedAt: IsNull() },
    lock: { mode: 'pessimistic_read' },
  });
  if (stored === null) throw new DomainError('case-erased');
  return stored.createdAt;
}

/** The message that starts the work on a run, in its present epoch. */
export function firstMessage(run: RunEntity) {
  const payload: NormaliseCasePayload = {
    meta: {
      tenantId: run.tenantId,
      requestId: run.requestId,
      ...(run.traceparent === null ? {} : { traceparent: run.traceparent }),
      runId: run.id,
      caseId: run.caseId,
      epoch: run.epoch,
      versions: run.versions,
      acceptedAt: run.createdAt.toISOString(),
    },
    options: run.options,
    stored: run.input === null ? { caseVersion: run.caseVersion } : null,
    input: run.input,
  };
  const job = 'normalise-case.v1' as const;
  return { queue: 'case-intake' as const, job, jobId: runJobId(run.id, job, run.epoch), payload };
}
