import type { CaseFileType } from '../api/teaching';

/** How a file of cases is read, by the ending of its name; JSON where it has none of ours. */
export function caseFileType(name: string): CaseFileType {
  if (/\.ya?ml$/i.test(name)) return 'application/yaml';
  return /\.(?:jsonl|ndjson)$/i.test(name) ? 'application/x-ndjson' : 'application/json';
}
