import { execFileSync } from 'node:child_process';
import { chown, mkdir, mkdtemp, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Stack } from './stack';

/** More than the tables of a schema with a few runs, and soon filled. */
const SIZE = '64m';
const PIECE = Buffer.alloc(4_096, 1);

const mount = (folder: string): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'openrounds-small', folder], {
    stdio: 'ignore',
  });
};
/** A file of a table that was moved away may be open in Postgres yet: what is left goes with it. */
const unmount = (folder: string): void => {
  execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
};

/** Whether this process may mount a file system, as root may where its machine does not forbid it. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'openrounds-mount-'));
  try {
    mount(folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** A small file system on which the tables of one schema lie, as long as a test wants. */
export class SmallDisk {
  private readonly filler: string;
  private readonly tables: string;

  private constructor(
    private readonly stack: Stack,
    private readonly schema: string,
    private readonly folder: string,
  ) {
    this.filler = join(folder, 'filler');
    this.tables = join(folder, 'tables');
  }

  /** Moves the tables of a schema onto a new one. */
  static async under(stack: Stack, schema: string): Promise<SmallDisk> {
    const disk = new SmallDisk(stack, schema, await mkdtemp(join(stack.dataDir, 'small-disk-')));
    mount(disk.folder);
    const { uid, gid } = await stat(join(stack.dataDir, 'cluster'));
    await mkdir(disk.tables, { mode: 0o700 });
    for (const folder of [disk.folder, disk.tables]) await chown(folder, uid, gid);
    await disk.asSuperuser(async (client) => {
      await client.query(`CREATE TABLESPACE small_disk LOCATION ${client.escapeLiteral(disk.tables)}`);
    });
    await disk.moveTo('small_disk');
    return disk;
  }

  /** Takes all the room that there is. */
  async fill(): Promise<void> {
    try {
      for (;;) await writeFile(this.filler, PIECE, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  async makeRoom(): Promise<void> {
    await rm(this.filler, { force: true });
  }

  /** Moves the tables back. */
  async remove(): Promise<void> {
    await this.makeRoom();
    await this.moveTo('pg_default');
    await this.asSuperuser(async (client) => {
      await client.query('CHECKPOINT');
      await client.query('DROP TABLESPACE small_disk');
    });
    unmount(this.folder);
    await rmdir(this.folder);
  }

  private moveTo(tablespace: string): Promise<void> {
    return this.asSuperuser(async (client) => {
      const { rows } = await client.query<{ move: string }>(
        `SELECT format('ALTER %s %I.%I SET TABLESPACE ${tablespace}',
                       CASE relkind WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END, nspname, relname) AS move
           FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
          WHERE nspname = $1 AND relkind IN ('r', 'i')`,
        [this.schema],
      );
      for (const { move } of rows) await client.query(move);
    });
  }

  private async asSuperuser(work: (client: Client) => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: await this.stack.databaseUrl() });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}
