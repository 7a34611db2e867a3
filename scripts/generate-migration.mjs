/**
 * Writes the migration that brings a service's schema from its migrations to its entities:
 *
 *   node scripts/generate-migration.mjs SERVICE NAME     (e.g. ddx-ranking AddReviewer)
 *
 * Starts a Postgres of its own in a temporary folder, runs the migrations there and asks TypeORM what is missing.
 * The new class must then be added to the service's `persistence/migrations.ts`; a test fails while it is not.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCode, EVERYTHING } from './build/code.mjs';
import { startPostgres } from './embedded/postgres.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

const indent = (sql) => sql.replaceAll('`', '\\`').replaceAll('${', '\\${');
const statements = (queries) =>
  queries.map(({ query }) => `    await queryRunner.query(\`${indent(query)}\`);`).join('\n');

const source = (name, up, down) => `import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(queryRunner: QueryRunner): Promise<void> {
${statements(up)}
  }

  async down(queryRunner: QueryRunner): Promise<void> {
${statements(down)}
  }
}
`;

const [service, title] = process.argv.slice(2);
if (service === undefined || !/^[A-Z]\w+$/.test(title ?? '')) {
  console.error('usage: node scripts/generate-migration.mjs SERVICE NameInPascalCase');
  process.exit(2);
}

await compileCode(EVERYTHING);
const persistence = require(join(ROOT, 'dist/libs/persistence/src'));
const built = join(ROOT, 'dist/services', service, 'src/persistence');
const { MIGRATIONS } = require(join(built, 'migrations.js'));
const { ENTITIES } = require(join(built, 'entities.js'));
const dir = mkdtempSync(join(tmpdir(), 'openrounds-migration-'));
const postgres = await startPostgres({ dataDir: dir, fast: true });
const schema = service.replaceAll('-', '_');
const dataSource = persistence.createDataSource({
  url: postgres.url(schema),
  schema,
  entities: ENTITIES,
  migrations: MIGRATIONS,
});
try {
  await dataSource.initialize();
  await persistence.runMigrations(dataSource);
  const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
  if (upQueries.length === 0) {
    console.log(`${service}: migrations and entities agree`);
  } else {
    const stamp = Date.now();
    const slug = title.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
    const file = join(ROOT, 'services', service, 'src/persistence/migrations', `${String(stamp)}-${slug}.ts`);
    writeFileSync(file, source(`${title}${String(stamp)}`, upQueries, downQueries.reverse()));
    console.log(file);
  }
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
