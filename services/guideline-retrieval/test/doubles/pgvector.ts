import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TypeOrmVectors } from '../../src/persistence/typeorm-vectors';

type DataSource = ConstructorParameters<typeof TypeOrmVectors>[0];

type Answer = { readonly id: number; readonly rows: unknown[]; readonly error?: string };

/** A database with pgvector, as far as raw queries go; the Postgres of `npm start` has none, nor has that of most machines. */
export class PgvectorDatabase {
  /** All that was asked of it. */
  readonly asked: string[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.setMaxListeners(0);
  }

  static async open(): Promise<PgvectorDatabase> {
    const child = fork(join(__dirname, 'pgvector-process.mjs'), [], { execArgv: [] });
    await once(child, 'message');
    return new PgvectorDatabase(child);
  }

  /** What takes a data source and only sends queries. */
  get dataSource(): DataSource {
    return { query: this.query } as unknown as DataSource;
  }

  readonly query = (sql: string, values?: unknown[]): Promise<unknown[]> => {
    const id = this.asked.push(sql);
    return new Promise((resolve, reject) => {
      const take = (answer: Answer): void => {
        if (answer.id !== id) return;
        this.child.off('message', take);
        if (answer.error === undefined) resolve(answer.rows);
        else reject(new Error(answer.error));
      };
      this.child.on('message', take);
      this.child.send({ id, sql, values });
    });
  };

  async close(): Promise<void> {
    const closed = once(this.child, 'exit');
    this.child.kill();
    await closed;
  }
}
