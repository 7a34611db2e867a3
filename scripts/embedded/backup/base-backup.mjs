import { Readable } from 'node:stream';
import pg from 'pg';
import { Failure } from '../failure.mjs';

/** `WAL`: with what was written meanwhile, so that the copy can be opened by itself. */
const COMMAND = "BASE_BACKUP (LABEL 'openrounds', CHECKPOINT 'fast', WAL)";

/** A message of the copy begins with what it is; `d` is data of the archive, the others are names and progress. */
const DATA = 'd'.charCodeAt(0);

/**
 * A consistent copy of a running cluster as a tar archive: what `pg_basebackup` asks the server for, whose program the
 * embedded binaries lack.
 *
 * @param {string} url connection string of the superuser
 * @returns {Readable} destroyed with a {@link Failure} where it cannot be copied
 */
export function baseBackup(url) {
  const client = new pg.Client({ connectionString: url, replication: 'true' });
  const archive = new Readable({
    read: () => client.connection.stream.resume(),
    destroy: (error, done) => {
      client.end().then(
        () => done(error),
        () => done(error),
      );
    },
  });
  const fail = (error) => archive.destroy(new Failure(`The database cannot be copied: ${error.message}`));
  client.on('error', fail);
  client.connect().then(() => client.query(new CopyOut(archive, fail)), fail);
  return archive;
}

/** A query of `pg` whose answer is a copy of any size: each piece is handed on, and asked for when there is room. */
class CopyOut {
  #archive;
  handleError;

  constructor(archive, fail) {
    this.#archive = archive;
    this.handleError = fail;
  }

  submit(connection) {
    connection.query(COMMAND);
  }

  handleCopyData({ chunk }, connection) {
    if (chunk[0] !== DATA) return;
    // The buffer behind the piece is used again for the next one.
    if (!this.#archive.push(Buffer.from(chunk.subarray(1)))) connection.stream.pause();
  }

  handleReadyForQuery() {
    this.#archive.push(null);
  }

  handleRowDescription() {}
  handleDataRow() {}
  handleCommandComplete() {}
}
