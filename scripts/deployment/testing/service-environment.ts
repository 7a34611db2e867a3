import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ExplanationLogEnvironment,
  GatewayEnvironment,
  GuidelineRetrievalEnvironment,
  IntegrationEnvironment,
  LlmEnvironment,
  readEnvironment,
  ServiceEnvironment,
  TeachingEnvironment,
} from '@openrounds/platform';
import { type z } from 'zod';
import { inRepository, type ServiceName } from './repository';

const SCHEMAS: Record<ServiceName, z.ZodObject> = {
  gateway: GatewayEnvironment,
  'case-intake': ServiceEnvironment,
  'ddx-ranking': ServiceEnvironment.extend(LlmEnvironment.shape),
  'guideline-retrieval': GuidelineRetrievalEnvironment,
  'explanation-log': ExplanationLogEnvironment,
  teaching: TeachingEnvironment,
  integration: IntegrationEnvironment,
};

/** Read by Node itself and by the library that it takes memory from. */
const OF_THE_RUNTIME = [
  'NODE_ENV',
  'NODE_OPTIONS',
  'MALLOC_ARENA_MAX',
  'MALLOC_MMAP_THRESHOLD_',
  'MALLOC_TRIM_THRESHOLD_',
];

/** What a variable is called where it is not given as a file. */
const plainName = (name: string, known: readonly string[]): string =>
  known.includes(name) ? name : name.replace(/_FILE$/, '');

/** The variables that no service reads: misspelt, or left over. */
export function unknownVariables(environment: Record<string, string>): string[] {
  const known = [...Object.values(SCHEMAS).flatMap((schema) => Object.keys(schema.shape)), ...OF_THE_RUNTIME];
  return Object.keys(environment).filter((name) => !known.includes(plainName(name, known)));
}

/** Fresh secrets as `make-secrets.mjs` writes them, for as long as a test needs them. */
export class FreshSecrets {
  readonly folder = mkdtempSync(join(tmpdir(), 'secrets-'));

  constructor() {
    const script = inRepository('scripts/deployment/make-secrets.mjs');
    execFileSync(process.execPath, [script, this.folder], { stdio: 'ignore' });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /**
   * Reads a service's configuration as the service does when it starts, with the secrets in place of those that
   * are mounted at `mountPath`.
   *
   * @throws Error if the service would refuse to start
   */
  configurationOf(
    service: ServiceName,
    environment: Record<string, string>,
    mountPath: string,
  ): Record<string, unknown> {
    const here = Object.entries(environment).map(([name, value]) => [
      name,
      value.startsWith(`${mountPath}/`) ? join(this.folder, value.slice(mountPath.length + 1)) : value,
    ]);
    return readEnvironment(SCHEMAS[service], Object.fromEntries(here) as NodeJS.ProcessEnv);
  }
}
