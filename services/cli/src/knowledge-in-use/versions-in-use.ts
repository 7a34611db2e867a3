import { type Need } from '@openrounds/knowledge/authoring';
import { Client } from 'pg';
import { reasonOf } from '../io/read-json';

/** Knowledge versions that something needs, and what does. */
export type VersionsInUse = ReadonlyMap<string, readonly Need[]>;

/** Why a database did not say what is in use. Whoever asked may not take anything for unused. */
class UseUnknown extends Error {
  override readonly name = 'UseUnknown';
}

/**
 * Whatever may open a version later, by the name under which it is counted. All else follows from these: an attempt from its
 * assignment, a narration and a thread of the tutor from what they are about, a revision from its run. Forecasts of cases
 * are of the active version, or are made again; documents of an institution are searched with any.
 */
const ASKED: Readonly<Record<string, string>> = {
  // Erased runs keep an empty row, so that they answer 410.
  runs: `SELECT versions ->> 'knowledge' AS hash, count(*) AS count FROM gateway.runs run
          WHERE NOT EXISTS (SELECT FROM gateway.cases c WHERE c.id = run.case_id AND c.erased_at IS NOT NULL)
          GROUP BY 1`,
  rankings: `SELECT versions ->> 'knowledge' AS hash, count(*) AS count FROM ddx_ranking.rankings GROUP BY 1`,
  assignments: `SELECT versions ->> 'knowledge' AS hash, count(*) AS count FROM teaching.assignments GROUP BY 1`,
  rooms: `SELECT versions ->> 'knowledge' AS hash, count(*) AS count FROM teaching.rooms GROUP BY 1`,
  // Records are text, as they were hashed; erased ones are empty. Those of rooms and assignments name the version too, and stay
  // as long as the log: they are read in codes and never computed again. Any other kind counts, also one that comes later.
  records: `SELECT named.hash[1] AS hash, count(DISTINCT entry.index) AS count FROM explanation_log.entries entry,
                   regexp_matches(entry.record, '"knowledge":"([0-9a-f]{64})"', 'g') AS named (hash)
             WHERE entry.record NOT LIKE '%"format":"openrounds.room.v1"%'
               AND entry.record NOT LIKE '%"format":"openrounds.assignment.v1"%'
             GROUP BY 1`,
};

const CONNECT_MS = 10_000;

/**
 * Asks a database of the product which knowledge versions are in use, all tables as of one moment.
 *
 * @param url - connection string of a role that may read all of it: a superuser, or a member of `pg_read_all_data`
 * @throws UseUnknown where it cannot be reached, may not be read or is not whole
 */
export async function versionsInUse(url: string): Promise<VersionsInUse> {
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
    // An error of an idle connection is told by the next statement.
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const inUse = new Map<string, Need[]>();
    for (const [by, sql] of Object.entries(ASKED)) {
      const { rows } = await client.query<{ hash: string | null; count: string }>(sql);
      for (const { hash, count } of rows)
        if (hash !== null) inUse.set(hash, [...(inUse.get(hash) ?? []), { by, count: Number(count) }]);
    }
    return inUse;
  } catch (error) {
    throw new UseUnknown(saidOf(error));
  } finally {
    await client?.end().catch(() => undefined);
  }
}

const [UNDEFINED_TABLE, UNDEFINED_SCHEMA, UNDEFINED_COLUMN] = ['42P01', '3F000', '42703'];
const FORBIDDEN = '42501';

function saidOf(error: unknown): string {
  const { code } = error as { code?: string };
  // Where a name has several addresses the error has a code and no words.
  const reason = reasonOf(error) || String(code);
  if (code !== undefined && [UNDEFINED_TABLE, UNDEFINED_SCHEMA, UNDEFINED_COLUMN].includes(code))
    return `this is no database of this version of OpenRounds, or its migrations have not run: ${reason}`;
  if (code === FORBIDDEN)
    return `the role may not read all of the database (pg_read_all_data may): ${reason}`;
  return `the database cannot be asked what is in use: ${reason}`;
}

/** What several databases say, together. */
export function inUseTogether(all: readonly VersionsInUse[]): VersionsInUse {
  const together = new Map<string, Need[]>();
  for (const [hash, needs] of all.flatMap((inUse) => [...inUse])) {
    const sum = new Map((together.get(hash) ?? []).map(({ by, count }) => [by, count]));
    for (const { by, count } of needs) sum.set(by, (sum.get(by) ?? 0) + count);
    together.set(
      hash,
      [...sum].map(([by, count]) => ({ by, count })),
    );
  }
  return together;
}
