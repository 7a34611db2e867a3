import { type RunOptions } from '@openrounds/contracts';
import { type EntityManager } from 'typeorm';
import { type RunSoFar } from '../model/run-changes';
import { WAITING } from './entities/run.entity';

/** A run that has not ended, without its sections: an answer may be large, and each report of a run locks it. */
export interface WaitingRun extends RunSoFar {
  readonly id: string;
  readonly caseId: string;
  readonly epoch: number;
  readonly progressedAt: Date;
  readonly options: RunOptions;
  readonly requestId: string;
  readonly traceparent: string | null;
}

type WaitingRow = Omit<WaitingRun, 'known'> & WaitingRun['known'];

/**
 * Locks a run that has neither ended nor been erased until the transaction ends. Whoever erases a case ends its runs in the
 * transaction that marks it, and a new run holds its case: a run that waits is one whose case was not erased.
 */
export async function lockWaitingRun(
  manager: EntityManager,
  tenantId: string,
  runId: string,
): Promise<WaitingRun | undefined> {
  const [row] = await manager.query<WaitingRow[]>(
    `SELECT id, case_id AS "caseId", status, epoch, progressed_at AS "progressedAt", options,
            may_be_merged AS "mayBeMerged", request_id AS "requestId", traceparent,
            understood IS NOT NULL AS understood, answer IS NOT NULL OR packed_answer IS NOT NULL AS answer,
            guidelines IS NOT NULL AS guidelines, llm IS NOT NULL AS llm, reading IS NOT NULL AS reading
       FROM runs WHERE tenant_id = $1 AND id = $2 AND status = ANY($3) FOR UPDATE`,
    [tenantId, runId, WAITING],
  );
  if (row === undefined) return undefined;
  const { understood, answer, guidelines, llm, reading, ...run } = row;
  return { ...run, known: { understood, answer, guidelines, llm, reading } };
}
