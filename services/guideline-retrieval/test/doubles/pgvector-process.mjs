/** A Postgres with pgvector, in WebAssembly, in a process of its own: it loads itself by `import()`, which Jest's contexts cannot. */
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

const postgres = await PGlite.create({ extensions: { vector } });
await postgres.exec('CREATE EXTENSION vector');

process.on('message', async ({ id, sql, values }) => {
  try {
    process.send({ id, rows: (await postgres.query(sql, values)).rows });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.send('ready');
