import { type EntityManager } from 'typeorm';
import { type RunChange } from '../model/run-changes';
import { RUN_CHANNEL } from './notify';
import { ADD_EVENTS } from './run-events';

/** The columns that a change may write, by the name of the part. */
const COLUMNS = {
  understood: 'understood',
  caseVersion: 'case_version',
  answer: 'answer',
  guidelines: 'guidelines',
  llm: 'llm',
  degraded: 'degraded',
  logEntry: 'log_entry',
  problem: 'problem',
} as const satisfies Record<keyof RunChange['parts'], string>;

/**
 * Writes a change of a run, whose row is locked, with its events, and tells those who wait: in one statement, since each
 * costs a way to the database and back. In plain SQL, since to build the query would cost more than to run it.
 */
export async function writeChange(
  manager: EntityManager,
  runId: string,
  { parts, status, events }: RunChange,
  at: Date,
): Promise<void> {
  const values: unknown[] = [runId, events, at, status, RUN_CHANNEL];
  const setting = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])
    .filter((part) => parts[part] !== undefined)
    .map((part) => {
      const value = parts[part];
      // A list would be taken for a Postgres array.
      return `${COLUMNS[part]} = $${String(values.push(typeof value === 'object' ? JSON.stringify(value) : value))}`;
    });
  if (status !== 'running') setting.push('completed_at = $3', 'input = NULL');
  await manager.query(
    `WITH changed AS (
       UPDATE runs SET ${['status = $4', 'progressed_at = $3', ...setting].join(', ')} WHERE id = $1
     ), told AS (${ADD_EVENTS})
     SELECT pg_notify($5, $1::text)`,
    values,
  );
}
