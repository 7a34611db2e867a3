import { DomainError, runJobId, type Language, type NormaliseCasePayload } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { unpackFromRow } from './last-answers';
import { askedBy } from '../model/asked-by';
import { type NewRun } from '../ports/run-store';
import { CaseEntity } from './entities/case.entity';
import { type RunEntity } from './entities/run.entity';

/** A run of which nothing is known yet. */
export const newRow = (
  { principal, language: _language, caseExpiresAt: _expiry, awaitsReader, ...run }: NewRun,
  textGivenAt: Date,
): RunEntity => ({
  ...run,
  textGivenAt,
  tenantId: principal.tenantId,
  subject: principal.subject,
  status: 'queued',
  begunAt: awaitsReader ? null : run.createdAt,
  progressedAt: run.createdAt,
  completedAt: null,
  epoch: 0,
  input: run.input === null ? null : { ...run.input },
  understood: null,
  narrativeKept: true,
  answer: null,
  packedAnswer: null,
  leadingDisease: null,
  guidelines: null,
  llm: null,
  reading: null,
  revisedBy: null,
  degraded: [],
  logEntry: null,
  problem: null,
});

/**
 * Writes a new run with its first event and, where it comes with its case, makes that known: in one statement, since each
 * costs a way to the database and back.
 *
 * @param language of the case that comes with the run; undefined for a stored one
 * @param expiresAt when that case is erased by itself; null: it is kept
 */
export async function insertRun(
  manager: EntityManager,
  row: RunEntity,
  language: Language | undefined,
  expiresAt: Date | null,
): Promise<void> {
  const { id, tenantId, caseId, createdAt, subject, status, textGivenAt, caseVersion, epoch } = row;
  const values = [id, tenantId, caseId, createdAt, subject, status, textGivenAt, caseVersion, epoch];
  await manager.query(
    `WITH known AS (
       INSERT INTO cases (id, tenant_id, language, created_at, erased_by, expires_at)
       SELECT $3, $2, $15, $4, '[]', $19::timestamptz WHERE $15::text IS NOT NULL
     ), begun AS (
       INSERT INTO run_events (run_id, sequence, type, at) VALUES ($1, 1, 'status', $4)
     )
     INSERT INTO runs (id, tenant_id, case_id, created_at, progressed_at, subject, status, text_given_at, case_version,
                       epoch, request_id, traceparent, versions, options, input, narrative_kept, degraded, may_be_read,
                       may_be_merged, revision, begun_at)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, true, '[]', $16, $17, $18, $20::timestamptz)`,
    [
      ...values,
      row.requestId,
      row.traceparent,
      row.versions,
      row.options,
      row.input,
      language,
      row.mayBeRead,
      row.mayBeMerged,
      row.revision,
      expiresAt,
      row.begunAt,
    ],
  );
}

/** A run as it is read, with its answer unpacked, and whether its case was erased. */
type FoundRun = Omit<RunEntity, 'packedAnswer' | 'leadingDisease'> & { readonly erased: boolean };

/** Read for each answer, hence in plain SQL and at once. */
export async function findRow(
  manager: EntityManager,
  tenantId: string,
  id: string,
): Promise<FoundRun | undefined> {
  const [row] = await manager.query<(FoundRun & Pick<RunEntity, 'packedAnswer'>)[]>(
    `SELECT id, tenant_id AS "tenantId", subject, status, created_at AS "createdAt", text_given_at AS "textGivenAt",
            begun_at AS "begunAt", progressed_at AS "progressedAt", completed_at AS "completedAt", case_id AS "caseId",
            case_version AS "caseVersion", epoch, request_id AS "requestId", traceparent, versions, options, input,
            understood, narrative_kept AS "narrativeKept", answer, packed_answer AS "packedAnswer",
            guidelines, llm, reading, may_be_read AS "mayBeRead", may_be_merged AS "mayBeMerged", revision,
            revised_by AS "revisedBy", degraded, log_entry AS "logEntry", problem,
            EXISTS (SELECT FROM cases c WHERE c.id = run.case_id AND c.erased_at IS NOT NULL) AS erased
       FROM runs run WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id],
  );
  if (row === undefined) return undefined;
  const { packedAnswer, ...run } = row;
  return packedAnswer === null ? run : { ...run, answer: unpackFromRow(packedAnswer) };
}

/** Holds the stored case of a new run against an erasure until the run is written. @returns when it was given */
export async function holdCase(manager: EntityManager, tenantId: string, caseId: string): Promise<Date> {
  const stored = await manager.findOne(CaseEntity, {
    where: { tenantId, id: caseId, erasedAt: IsNull() },
    lock: { mode: 'pessimistic_read' },
  });
  if (stored === null) throw new DomainError('case-erased');
  return stored.createdAt;
}

/** The message that starts the work on a run, in its present epoch. @param sealer has the key of pseudonyms */
export function firstMessage(run: RunEntity, sealer: Pick<Sealer, 'derive'>) {
  const payload: NormaliseCasePayload = {
    meta: {
      tenantId: run.tenantId,
      requestId: run.requestId,
      ...(run.traceparent === null ? {} : { traceparent: run.traceparent }),
      runId: run.id,
      caseId: run.caseId,
      epoch: run.epoch,
      versions: run.versions,
      acceptedAt: (run.begunAt ?? run.createdAt).toISOString(),
      userId: run.subject,
      askedBy: askedBy(sealer, run),
      ...(run.revision && { revision: run.revision }),
    },
    options: run.options,
    stored: run.input === null ? { caseVersion: run.caseVersion } : null,
    input: run.input,
    ...(run.mayBeRead && { reading: true }),
  };
  const job = 'normalise-case.v1' as const;
  return { queue: 'case-intake' as const, job, jobId: runJobId(run.id, job, run.epoch), payload };
}

/** The message by which a run that has ended is revised: the same however often it is sent. */
export function revisionMessage(
  tenantId: string,
  { id, requestId, traceparent }: Pick<RunEntity, 'id' | 'requestId' | 'traceparent'>,
) {
  const job = 'revise-run.v1' as const;
  const meta = { tenantId, requestId, ...(traceparent === null ? {} : { traceparent }) };
  return { queue: 'gateway' as const, job, jobId: runJobId(id, job, 0), payload: { meta, runId: id } };
}
