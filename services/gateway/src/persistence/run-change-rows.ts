import { type CodedAnswer } from '@openrounds/contracts';
import { type RunLine } from '@openrounds/presentation';
import { type EntityManager } from 'typeorm';
import { type RunChange } from '../model/run-changes';
import { packForRow } from './last-answers';
import { RUN_CHANNEL, writeRunSignal } from './notify';
import { ADD_EVENTS } from './run-events';

/** The columns that a change writes, with their values; an undefined one stays as it is. */
const columnsOf = ({ answer, ...parts }: RunChange['parts']): Readonly<Record<string, unknown>> => ({
  understood: parts.understood,
  case_version: parts.caseVersion,
  packed_answer: answer && packForRow(answer),
  leading_disease: answer && leadingOf(answer),
  guidelines: parts.guidelines,
  llm: parts.llm,
  reading: parts.reading,
  degraded: parts.degraded,
  log_entry: parts.logEntry,
  problem: parts.problem,
});

function leadingOf({ differential: [first] }: CodedAnswer): RunLine['leading'] | undefined {
  return first && { diseaseId: first.diseaseId, probability: first.probability };
}

/** JSON as text: a list would be taken for a Postgres array. */
const asParameter = (value: unknown): unknown =>
  typeof value === 'object' && !Buffer.isBuffer(value) ? JSON.stringify(value) : value;

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
  const values: unknown[] = [runId, events, at, status, RUN_CHANNEL, writeRunSignal(runId, status)];
  const setting = Object.entries(columnsOf(parts))
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => `${column} = $${String(values.push(asParameter(value)))}`);
  if (status !== 'running') setting.push('completed_at = $3', 'input = NULL');
  await manager.query(
    `WITH changed AS (
       UPDATE runs SET ${['status = $4', 'progressed_at = $3', ...setting].join(', ')} WHERE id = $1
     ), told AS (${ADD_EVENTS})
     SELECT pg_notify($5, $6)`,
    values,
  );
}
