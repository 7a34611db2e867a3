import { join } from 'node:path';
import { BUNDLES, DIST, ROOT } from '../build/places.mjs';

/**
 * The services of the product, each with its database role. The gateway is first: it is the first to stop.
 *
 * `heap.youngMb`: a semi-space of the young generation, of which there are up to three. One answer makes 7 MB of garbage in ddx-ranking, and with 4 MB a
 * seventh of its processor time goes into collecting twice what is not garbage yet; reading 2,000 Chinese characters in case-intake makes
 * 60 MB. With 16 MB a run costs one or two milliseconds less and the two hold 50 MB more, which takes the five services over their limit. The
 * others mostly wait. `heap.growth`: by how many per cent the old generation may grow before it is collected. While that goes on an answer takes
 * twice as long, and in ddx-ranking it would come too often.
 * `needs`: a variable without which it is not started.
 */
export const SERVICES = [
  { name: 'gateway', role: 'gateway', heap: { youngMb: 8, growth: 30 } },
  { name: 'case-intake', role: 'case_intake', heap: { youngMb: 8, growth: 30 } },
  { name: 'ddx-ranking', role: 'ddx_ranking', heap: { youngMb: 8, growth: 60 } },
  { name: 'guideline-retrieval', role: 'guideline_retrieval', heap: { youngMb: 4, growth: 30 } },
  { name: 'explanation-log', role: 'explanation_log', heap: { youngMb: 8, growth: 30 } },
  { name: 'teaching', role: 'teaching', heap: { youngMb: 4, growth: 30 } },
  { name: 'integration', role: 'integration', heap: { youngMb: 4, growth: 30 }, needs: 'PUBLIC_URL' },
];

/** Those that run with this environment: what a service needs to have any use must be there. */
export const servicesFor = (environment) =>
  SERVICES.filter(({ needs }) => needs === undefined || environment[needs]);

export const mainOf = ({ name }) => join(DIST, 'services', name, 'start.js');

/**
 * The environment of a service in the embedded default. What the launcher decides stands above what it was itself
 * given, so that a stray HOST or DATABASE_URL of the shell opens nothing; everything else (REDIS_URL, LLM_*,
 * LOG_LEVEL and the other names of the configuration) is passed on.
 *
 * @param {{ name: string, role: string }} service
 * @param {object} given
 * @param {import('./postgres.mjs').EmbeddedPostgres} given.postgres
 * @param {ReturnType<import('./data-folder.mjs').dataFolder>} given.folder
 * @param {number} given.port of the gateway
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOf({ name, role }, { postgres, folder, port }) {
  const common = {
    ...process.env,
    ...demonstration(process.env),
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: postgres.url(role),
    QUEUE_DATABASE_URL: postgres.url('queue'),
    KNOWLEDGE_DIR: BUNDLES,
    KEYS_DIR: folder.keysDir,
    MIGRATE_ON_START: 'true',
    INSTANCE_ID: '0',
    EMBEDDED: 'true',
    // glibc by itself gives each thread an arena of its own and hands little of it back: 20 MB a process. Others ignore it.
    MALLOC_ARENA_MAX: '2',
    // What is larger is handed back when it is freed. Without a number glibc raises the size to that of the largest that was freed (a
    // bundle of the knowledge has 14 MB) and keeps what is smaller. With 128 KB an answer takes longer: pages are asked for anew.
    MALLOC_MMAP_THRESHOLD_: '2097152',
    MALLOC_TRIM_THRESHOLD_: '2097152',
  };
  if (name === 'explanation-log') return { ...common, LOG_HEAD_FILE: folder.logHeadFile };
  if (name !== 'gateway') return common;
  return {
    ...common,
    PORT: String(port),
    LOCAL_API_KEY_FILE: folder.apiKeyFile,
    // On one's own machine a session lies idle for as long as it lasts: its owner locks the screen.
    SESSION_IDLE_SECONDS: process.env.SESSION_IDLE_SECONDS ?? '43200',
    CONSOLE_DIR: join(DIST, 'console'),
    OPENAPI_FILE: join(ROOT, 'openapi', 'openrounds.v1.yaml'),
  };
}

/** A script plays the language model, in every role that there is. */
const demonstration = ({ OPENROUNDS_LLM }) => (OPENROUNDS_LLM === 'demo' ? { LLM_ADAPTER: 'scripted' } : {});
