import {
  type PrunePlan,
  pruneStore,
  type StoredFile,
  type StoredVersion,
} from '@openrounds/knowledge/authoring';

/** What has gone. */
export interface Deleted {
  readonly versions: readonly StoredVersion[];
  /** That belonged to none of them. */
  readonly files: readonly StoredFile[];
}

/** Deletes what a plan says goes. @returns what did go: what was used or written again meanwhile has stayed */
export function deleted(dir: string, plan: PrunePlan, since: Date): Deleted {
  const leftovers = new Set(plan.leftovers);
  const versions: StoredVersion[] = [];
  const files: StoredFile[] = [];
  for (const step of pruneStore(dir, plan, since)) {
    if (step.did === 'deleted-version') versions.push(step.version);
    if (step.did === 'deleted-file' && leftovers.has(step.file)) files.push(step.file);
  }
  return { versions, files };
}
