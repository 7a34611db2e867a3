import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const KEY_BYTES = 32;
const INDEX = 'keys.json';

const Index = z.object({
  keyEncryption: z.object({ current: z.string(), all: z.record(z.string(), z.string()) }),
  log: z.object({ current: z.string(), all: z.record(z.string(), z.string()) }),
});

/** The keys of an installation: key-encryption keys by id (retired ones still open old seals) and the log key. */
export interface KeyRing {
  readonly keyEncryption: { readonly current: string; readonly keys: ReadonlyMap<string, Buffer> };
  readonly log: { readonly id: string; readonly privateKey: KeyObject };
}

const writeSecret = (path: string, content: string): void => {
  const fresh = `${path}.new`;
  writeFileSync(fresh, content, { mode: 0o600 });
  renameSync(fresh, path);
};

/** Makes the keys of a new installation in `dir` (files 0600); does nothing where they stand already. */
export function ensureKeys(dir: string): void {
  if (existsSync(join(dir, INDEX))) return;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const kekId = `kek-${randomBytes(4).toString('hex')}`;
  const logId = `log-${randomBytes(4).toString('hex')}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeSecret(join(dir, `${kekId}.key`), randomBytes(KEY_BYTES).toString('base64'));
  writeSecret(join(dir, `${logId}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const index: z.infer<typeof Index> = {
    keyEncryption: { current: kekId, all: { [kekId]: `${kekId}.key` } },
    log: { current: logId, all: { [logId]: `${logId}.pem` } },
  };
  writeSecret(join(dir, INDEX), `${JSON.stringify(index, null, 2)}\n`);
}

/**
 * Reads the key folder.
 *
 * @throws Error if a key is missing or of the wrong length: without its key a narrative cannot be opened again
 */
export function loadKeyRing(dir: string): KeyRing {
  const index = Index.parse(JSON.parse(readFileSync(join(dir, INDEX), 'utf8')));
  const keys = new Map<string, Buffer>();
  for (const [id, file] of Object.entries(index.keyEncryption.all)) {
    const key = Buffer.from(readFileSync(join(dir, file), 'utf8').trim(), 'base64');
    if (key.length !== KEY_BYTES) throw new Error(`key ${id} is not ${String(KEY_BYTES)} bytes long`);
    keys.set(id, key);
  }
  const logFile = index.log.all[index.log.current];
  if (!keys.has(index.keyEncryption.current) || logFile === undefined)
    throw new Error('the current key is missing');
  return {
    keyEncryption: { current: index.keyEncryption.current, keys },
    log: { id: index.log.current, privateKey: createPrivateKey(readFileSync(join(dir, logFile), 'utf8')) },
  };
}
