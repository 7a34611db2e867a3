/**
 * Makes the secrets that docker-compose.yml reads, one file each, with new random passwords:
 *
 *     node scripts/deployment/make-secrets.mjs [FOLDER]      (default: secrets)
 *
 * A file that exists is kept. The folder is closed to others (0700); the files inside can be read by whoever they
 * are mounted for, since a container's user is not the one who made them. Needs nothing but Node.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SERVICES = [
  'gateway',
  'case-intake',
  'ddx-ranking',
  'guideline-retrieval',
  'explanation-log',
  'teaching',
  'integration',
];

/** Letters, digits, `-` and `_` only: good in a URL, in SQL and in a configuration file as it stands. */
const password = () => randomBytes(24).toString('base64url');

const databaseUrl = (service) =>
  `postgres://${service.replaceAll('-', '_')}:${password()}@postgres:5432/openrounds`;

function secrets() {
  const redis = password();
  return [
    { 'postgres-password': password() },
    ...SERVICES.map((service) => ({ [`${service}-database-url`]: databaseUrl(service) })),
    { 'redis.conf': `requirepass ${redis}`, 'redis-url': `redis://default:${redis}@redis:6379` },
    { 'api-key': `ork_${randomBytes(32).toString('base64url')}` },
    { 'llm-api-key': '' },
    { 'embeddings-api-key': '' },
  ];
}

const folder = process.argv[2] ?? 'secrets';
mkdirSync(folder, { recursive: true, mode: 0o700 });
for (const together of secrets()) {
  const files = Object.entries(together).map(([name, content]) => ({ path: join(folder, name), content }));
  const standing = files.filter(({ path }) => existsSync(path));
  if (standing.length === files.length) continue;
  if (standing.length > 0) {
    console.error(`${standing[0].path} stands without its counterpart: remove it or restore the other`);
    process.exit(1);
  }
  for (const { path, content } of files) writeFileSync(path, `${content}\n`, { mode: 0o444 });
}
console.log(`the secrets in ${folder} are complete`);
