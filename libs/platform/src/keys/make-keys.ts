import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  folderOf,
  hasKeys,
  KEY_PURPOSES,
  readIndex,
  writeIndex,
  writeKey,
  type KeyIndex,
  type KeyPurpose,
} from './key-folder';
import { KEY_BYTES } from './key-ring';

const PREFIX = {
  sealing: 'kek',
  log: 'log',
  queue: 'queue',
  room: 'room',
  lti: 'lti',
  smart: 'smart',
  learner: 'learner',
} as const satisfies Record<KeyPurpose, string>;

const pem = (privateKey: KeyObject): string => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/**
 * Of the purposes whose signatures others check; RSA is what LTI 1.3 asks for, P-384 what SMART App Launch does. All others have a
 * secret.
 */
const PRIVATE_KEYS: Partial<Record<KeyPurpose, () => string>> = {
  log: () => pem(generateKeyPairSync('ed25519').privateKey),
  lti: () => pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  smart: () => pem(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey),
};

/** The index of the first version, which had one folder for all keys and none for the queues. */
const FirstIndex = z.object({
  keyEncryption: z.object({ current: z.string(), all: z.record(z.string(), z.string()) }),
  log: z.object({ current: z.string(), all: z.record(z.string(), z.string()) }),
});

/**
 * Makes what is missing of an installation's keys in `dir` (files 0600). Keys of the first version's layout are
 * taken over; their old files are left where they stand. What is there stays as it is.
 */
export function ensureKeys(dir: string): void {
  takeOverFirstLayout(dir);
  for (const purpose of KEY_PURPOSES) if (!hasKeys(dir, purpose)) addKey(dir, purpose);
}

/**
 * Adds a new key. It becomes current only where it is the first one: elsewhere every process must have it before
 * one uses it ({@link useKey}).
 *
 * @returns its id
 */
export function addKey(dir: string, purpose: KeyPurpose): string {
  const id = `${PREFIX[purpose]}-${randomBytes(4).toString('hex')}`;
  const makePem = PRIVATE_KEYS[purpose];
  const file = `${id}.${makePem === undefined ? 'key' : 'pem'}`;
  writeKey(dir, purpose, file, makePem?.() ?? randomBytes(KEY_BYTES).toString('base64'));
  const known: KeyIndex = hasKeys(dir, purpose) ? readIndex(dir, purpose) : { current: id, all: {} };
  writeIndex(dir, purpose, { ...known, all: { ...known.all, [id]: file } });
  return id;
}

/** Makes a key current. @throws Error if it is not there */
export function useKey(dir: string, purpose: KeyPurpose, id: string): void {
  const known = readIndex(dir, purpose);
  requireKey(known, purpose, id);
  writeIndex(dir, purpose, { ...known, current: id });
}

/**
 * Removes a key, for good: what is still sealed or signed with it cannot be read any more.
 *
 * @throws Error if it is not there, or current
 */
export function removeKey(dir: string, purpose: KeyPurpose, id: string): void {
  const known = readIndex(dir, purpose);
  const file = requireKey(known, purpose, id);
  if (known.current === id) throw new Error(`${id} is the current ${purpose} key`);
  const { [id]: _removed, ...all } = known.all;
  writeIndex(dir, purpose, { ...known, all });
  unlinkSync(join(folderOf(dir, purpose), file));
}

function requireKey({ all }: KeyIndex, purpose: KeyPurpose, id: string): string {
  const file = Object.hasOwn(all, id) ? all[id] : undefined;
  if (file === undefined) throw new Error(`there is no ${purpose} key ${id}`);
  return file;
}

function takeOverFirstLayout(dir: string): void {
  const file = join(dir, 'keys.json');
  if (!existsSync(file)) return;
  const { keyEncryption, log } = FirstIndex.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const [purpose, index] of [
    ['sealing', keyEncryption],
    ['log', log],
  ] as const) {
    if (hasKeys(dir, purpose)) continue;
    for (const name of Object.values(index.all)) {
      writeKey(dir, purpose, name, readFileSync(join(dir, name), 'utf8'));
    }
    writeIndex(dir, purpose, index); // last: until it stands, nothing counts as taken over
  }
}
