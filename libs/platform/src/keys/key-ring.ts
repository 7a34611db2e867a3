import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readIndex, readKey } from './key-folder';

/** Symmetric keys have 32 bytes: AES-256 and HMAC-SHA256. */
export const KEY_BYTES = 32;

/** Keys by id: one is current, the others still open or confirm what was made with them. */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** Private keys by id: one signs, all of them are published. */
export interface SigningKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, KeyObject>;
}

/** The key with which checkpoints of the explanation log are signed. */
export interface LogKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

/**
 * The key-encryption keys of narratives, from the key folder `dir`.
 *
 * @throws Error if a key is missing or of the wrong length: without its key a narrative cannot be opened again
 */
export const loadSealingKeys = (dir: string): KeyRing => loadRing(dir, 'sealing');

/** The secrets that sign messages between services. @throws Error as {@link loadSealingKeys} */
export const loadQueueKeys = (dir: string): KeyRing => loadRing(dir, 'queue');

/** The secrets that sign tokens of rooms. @throws Error as {@link loadSealingKeys} */
export const loadRoomKeys = (dir: string): KeyRing => loadRing(dir, 'room');

/**
 * The keys of launches: what platforms said of a person is sealed with them, and the person found again by an HMAC. Not those of
 * narratives, since the service that has them speaks with foreign hosts. @throws Error as {@link loadSealingKeys}
 */
export const loadLearnerKeys = (dir: string): KeyRing => loadRing(dir, 'learner');

/** @throws Error if it is missing or no private key */
export function loadLogKey(dir: string): LogKey {
  const { current, all } = readIndex(dir, 'log');
  return { id: current, privateKey: createPrivateKey(readKey(dir, 'log', all[current] ?? '')) };
}

/**
 * The RSA keys that requests to learning platforms are signed with, by their names in the key folder.
 *
 * @throws Error if one is missing or no private key
 */
export const loadLtiKeys = (dir: string): SigningKeys => loadSigningKeys(dir, 'lti');

/** The P-384 keys that training EHRs know us by. @throws Error as {@link loadLtiKeys} */
export const loadSmartKeys = (dir: string): SigningKeys => loadSigningKeys(dir, 'smart');

function loadSigningKeys(dir: string, purpose: 'lti' | 'smart'): SigningKeys {
  const { current, all } = readIndex(dir, purpose);
  const keys = Object.entries(all).map(
    ([id, file]) => [id, createPrivateKey(readKey(dir, purpose, file))] as const,
  );
  return { current, keys: new Map(keys) };
}

function loadRing(dir: string, purpose: 'sealing' | 'queue' | 'room' | 'learner'): KeyRing {
  const { current, all } = readIndex(dir, purpose);
  const keys = new Map<string, Buffer>();
  for (const [id, file] of Object.entries(all)) {
    const key = Buffer.from(readKey(dir, purpose, file).trim(), 'base64');
    if (key.length !== KEY_BYTES) throw new Error(`key ${id} is not ${String(KEY_BYTES)} bytes long`);
    keys.set(id, key);
  }
  return { current, keys };
}
