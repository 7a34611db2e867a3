import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What keys are for. Each purpose has a folder of its own in the key folder, so that a service can be given those
 * that it needs and no others: `sealing` wraps narratives, `log` signs checkpoints, `queue` signs messages,
 * `room` signs the tokens of those who join a room, `lti` what learning platforms are told, `smart` what training EHRs
 * are, `learner` seals whom platforms named and finds them again.
 */
export const KEY_PURPOSES = ['sealing', 'log', 'queue', 'room', 'lti', 'smart', 'learner'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

const INDEX = 'keys.json';

/** Keys by id with the files that hold them; `current` is used for what is new. */
const KeyIndex = z.object({ current: z.string(), all: z.record(z.string(), z.string()) });
export type KeyIndex = z.infer<typeof KeyIndex>;

export const folderOf = (dir: string, purpose: KeyPurpose): string => join(dir, purpose);

export const hasKeys = (dir: string, purpose: KeyPurpose): boolean =>
  existsSync(join(folderOf(dir, purpose), INDEX));

/**
 * The index of a purpose's keys.
 *
 * @throws Error if there is none, or its current key is not among them
 */
export function readIndex(dir: string, purpose: KeyPurpose): KeyIndex {
  const file = join(folderOf(dir, purpose), INDEX);
  if (!existsSync(file)) {
    throw new Error(
      `there are no ${purpose} keys: ${file} is missing (scripts/deployment/make-keys.mjs makes it)`,
    );
  }
  const index = KeyIndex.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (index.all[index.current] === undefined)
    throw new Error(`the current ${purpose} key is missing in ${file}`);
  return index;
}

export function writeIndex(dir: string, purpose: KeyPurpose, index: KeyIndex): void {
  writeSecret(join(folderOf(dir, purpose), INDEX), `${JSON.stringify(index, null, 2)}\n`);
}

export const readKey = (dir: string, purpose: KeyPurpose, file: string): string =>
  readFileSync(join(folderOf(dir, purpose), file), 'utf8');

export function writeKey(dir: string, purpose: KeyPurpose, file: string, content: string): void {
  mkdirSync(folderOf(dir, purpose), { recursive: true, mode: 0o700 });
  writeSecret(join(folderOf(dir, purpose), file), content);
}

/** For its owner alone, and never half written. */
function writeSecret(path: string, content: string): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, content, { mode: 0o600 });
  renameSync(fresh, path);
}
