import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const ROOT = join(__dirname, '..', '..', '..');
export const SERVICES = [
  'gateway',
  'case-intake',
  'ddx-ranking',
  'guideline-retrieval',
  'explanation-log',
  'teaching',
  'integration',
] as const;
/** The keys that each service needs, and no others: by their folders in the key folder. */
export const KEYS_OF: Record<(typeof SERVICES)[number], readonly string[]> = {
  gateway: ['learner', 'queue', 'room', 'sealing'],
  'case-intake': ['queue', 'sealing'],
  'ddx-ranking': ['queue', 'sealing'],
  'guideline-retrieval': ['queue'],
  'explanation-log': ['log', 'queue'],
  teaching: ['queue', 'sealing'],
  integration: ['learner', 'lti', 'queue', 'smart'],
};
export const KEYS_PATH = '/var/lib/openrounds/keys';
export type ServiceName = (typeof SERVICES)[number];

export const inRepository = (path: string): string => join(ROOT, path);
export const pathFromRoot = (path: string): string => relative(ROOT, path).split(sep).join('/');
export const readText = (path: string): string => readFileSync(inRepository(path), 'utf8');

/**
 * The documents of a YAML file, by the rules that both Compose and Kubernetes keep: merge keys are resolved, a key
 * that stands twice is an error.
 */
export function readYaml(path: string): unknown[] {
  return parseAllDocuments(readText(path), { merge: true, uniqueKeys: true }).map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw new Error(`${path}: ${problem.message}`);
    return document.toJS() as unknown;
  });
}
