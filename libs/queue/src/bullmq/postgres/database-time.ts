/** Milliseconds since the epoch, as the database counts them. */
export const DATABASE_NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/**
 * Where BullMQ's statements bring along the clock of their process: a piece of the statement, the parameter, and what
 * stands in its place.
 */
const TIMES: readonly (readonly [piece: string, parameter: string, time: string])[] = [
  ['move_to_active(', '$4', DATABASE_NOW],
  ['move_to_completed_fetch(', '$10', DATABASE_NOW],
  ['move_to_failed_fetch(', '$11', DATABASE_NOW],
  ['extend_lock(', '$5', DATABASE_NOW],
  ['SET locked_until_ms = $5', '$5', DATABASE_NOW],
  ['move_stalled_jobs_to_wait(', '$3', DATABASE_NOW],
  ['move_to_delayed(', '$4', `${DATABASE_NOW} + $5::bigint`],
];

/**
 * Has locks and pauses counted by the database's clock. BullMQ counts them by that of each process: one whose clock is ahead
 * by more than a lock lasts would take every job that another is doing for one whose worker has died, and one that is
 * behind would put off for as long what another is to try again.
 */
export function byDatabaseTime(text: string): string {
  const statement = text.replace(/^--.*\n/gm, '');
  const found = TIMES.find(([piece]) => statement.includes(piece));
  if (found === undefined) return text;
  const [, parameter, time] = found;
  // The parameter stays, or Postgres would not know its type.
  return statement.replace(
    new RegExp(`\\${parameter}\\b`, 'g'),
    () => `coalesce(${time}, ${parameter}::bigint)`,
  );
}
