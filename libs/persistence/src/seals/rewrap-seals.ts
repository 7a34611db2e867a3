import { Sealed, type SealPlace } from '@openrounds/contracts';
import { SealBroken, type Sealer } from '@openrounds/platform';
import { type DataSource } from 'typeorm';

type Row = Readonly<Record<string, unknown>>;

/** Where a service keeps seals: a `jsonb` column of one of its tables. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The field of the column's object that is the seal; none: the whole column. */
  readonly field?: string;
  /** Columns of the primary key, in order. */
  readonly key: readonly string[];
  /** Columns besides the key that the place is made of. */
  readonly reads: readonly string[];
  /** The place that the seal was made for, from the columns of `key` and `reads`. */
  placeOf(row: Row): SealPlace;
}

/** How far the seals of one column are. */
export interface RewrapProgress {
  readonly table: string;
  readonly column: string;
  /** Seals that were not current when the work began. */
  readonly stale: number;
  readonly rewrapped: number;
  readonly broken: number;
}

export interface RewrapOptions {
  /** Rows read at a time. */
  readonly batch?: number;
  onProgress?(progress: RewrapProgress): void;
  /** A seal that could not be opened, by its primary key; it stays as it is. */
  onBroken?(table: string, column: string, key: readonly unknown[], reason: string): void;
}

const DEFAULT_BATCH = 200;

/**
 * Wraps the data keys of all seals anew that are not under the current key or not bound to their place. Safe while
 * services run: a seal that was changed meanwhile is left alone. Safe to kill and to repeat: each row is a statement of
 * its own, and what is current is not looked at.
 */
export async function rewrapSeals(
  dataSource: DataSource,
  sealer: Pick<Sealer, 'currentKeyId' | 'rewrap'>,
  columns: readonly SealedColumn[],
  options: RewrapOptions = {},
): Promise<readonly RewrapProgress[]> {
  const done: RewrapProgress[] = [];
  for (const column of columns) done.push(await rewrapColumn(dataSource, sealer, column, options));
  return done;
}

async function rewrapColumn(
  dataSource: DataSource,
  sealer: Pick<Sealer, 'currentKeyId' | 'rewrap'>,
  column: SealedColumn,
  { batch = DEFAULT_BATCH, onProgress, onBroken }: RewrapOptions,
): Promise<RewrapProgress> {
  const table = new StaleSeals(dataSource, column, sealer.currentKeyId);
  let progress: RewrapProgress = {
    table: column.table,
    column: column.column,
    stale: await table.count(),
    rewrapped: 0,
    broken: 0,
  };
  let rows: readonly Row[];
  let last: Row | undefined;
  do {
    rows = await table.after(last, batch);
    for (const row of rows) {
      try {
        await table.replace(row, (sealed) => sealer.rewrap(sealed, column.placeOf(row)));
        progress = { ...progress, rewrapped: progress.rewrapped + 1 };
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        const key = column.key.map((name) => row[name]);
        onBroken?.(column.table, column.column, key, error.message);
        progress = { ...progress, broken: progress.broken + 1 };
      }
    }
    last = rows.at(-1);
    onProgress?.(progress);
  } while (rows.length === batch);
  return progress;
}

/** The seals of one column that another key, or no place, is bound to. Names of columns are ours, not anybody's. */
class StaleSeals {
  private readonly seal: string;
  private readonly stale: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly column: SealedColumn,
    private readonly keyId: string,
  ) {
    const { column: name, field } = column;
    this.seal = field === undefined ? name : `${name}->'${field}'`;
    // A column may hold JSON's null as well as the database's.
    this.stale = `jsonb_typeof(${this.seal}) = 'object'
      AND (${this.seal}->>'v' IS DISTINCT FROM '2' OR ${this.seal}->>'keyId' IS DISTINCT FROM $1)`;
  }

  async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM ${this.column.table} WHERE ${this.stale}`,
      [this.keyId],
    );
    return row?.count ?? 0;
  }

  /** The next rows in the order of the primary key: a broken one is passed by. */
  after(last: Row | undefined, limit: number): Promise<readonly Row[]> {
    const { table, key, reads } = this.column;
    const beyond =
      last === undefined
        ? ''
        : `AND (${key.join(', ')}) > (${key.map((_, index) => `$${String(index + 3)}`).join(', ')})`;
    return this.dataSource.query<Row[]>(
      `SELECT ${[...key, ...reads].join(', ')}, ${this.seal} AS seal FROM ${table}
        WHERE ${this.stale} ${beyond} ORDER BY ${key.join(', ')} LIMIT $2`,
      [this.keyId, limit, ...(last === undefined ? [] : key.map((name) => last[name]))],
    );
  }

  /** @throws SealBroken */
  async replace(row: Row, renew: (sealed: Sealed) => Sealed): Promise<void> {
    const { table, column, field, key } = this.column;
    const sealed = Sealed.safeParse(row['seal']);
    if (!sealed.success) throw new SealBroken('it is not of the form of a seal');
    const renewed = field === undefined ? '$1::jsonb' : `jsonb_set(${column}, '{${field}}', $1::jsonb)`;
    const isRow = key.map((name, index) => `${name} = $${String(index + 3)}`).join(' AND ');
    await this.dataSource.query(
      `UPDATE ${table} SET ${column} = ${renewed} WHERE ${isRow} AND ${this.seal}->>'wrappedKey' = $2`,
      [JSON.stringify(renew(sealed.data)), sealed.data.wrappedKey, ...key.map((name) => row[name])],
    );
  }
}
