import { DATABASE_NOW } from './database-time';

/** What a queue holds besides a job that was just claimed. */
export interface Left {
  /** Whether another job may be claimed. */
  readonly present: boolean;
  /** Milliseconds until the next delayed one is due; null for none. */
  readonly dueIn: number | null;
}

/** The key of a claimed job's options under which its claim tells what is left. */
const LEFT = 'left';

/** Columns that tell of queue `$1` what is left. @param besides the id of the job that does not count, as SQL */
const leftOf = (besides: string): string => `
  EXISTS (SELECT FROM job WHERE queue = $1 AND state = 'waiting' AND id <> ${besides})
    AND NOT EXISTS (SELECT FROM meta WHERE queue = $1 AND field = 'paused' AND value = '1') AS present,
  (SELECT min(process_at_ms) FROM job WHERE queue = $1 AND state = 'delayed') - ${DATABASE_NOW} AS "dueIn"`;

/** A look by itself: `present` and, as text, `dueIn`. */
export const LOOK = `SELECT ${leftOf("''")}`;

/**
 * Has BullMQ's statement that claims a job tell with it what is left, so that no other statement has to ask. What is left is as of
 * before the claim: hence all but the job itself.
 */
export const tellingWhatIsLeft = (text: string): string =>
  text.replace(
    /SELECT \* FROM (move_to_active\(.*\));/,
    (_statement, claim: string) =>
      `SELECT claimed.*, claimed.opts || jsonb_build_object('${LEFT}', to_jsonb(remaining)) AS opts
         FROM ${claim} AS claimed, LATERAL (SELECT ${leftOf('claimed.id')}) AS remaining`,
  );

/** What its claim told, and the job's own options. */
export function splitOptions<T extends object>(told: T): { options: T; left: Left | undefined } {
  const { [LEFT]: left, ...options } = told as T & { readonly [LEFT]?: Left };
  return { options: options as unknown as T, left };
}
