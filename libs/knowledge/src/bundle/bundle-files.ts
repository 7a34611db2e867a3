import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../build/canonical';
import { BundleError } from './bundle-error';
import { BUNDLE_SCHEMA_VERSION, type KnowledgeBundle } from './knowledge-bundle';
import { shareTexts } from './shared-texts';

const HASH = /^[0-9a-f]{64}$/;
const POINTER = 'current';

/** What older bundles lack: they stay readable, so that runs of their day can still be replayed. */
const ADDED_SINCE: Pick<KnowledgeBundle, 'scores' | 'teachingCases'> = { scores: [], teachingCases: [] };

/** The bytes of a bundle as they stand in its file. */
type StoredBundle = Omit<KnowledgeBundle, 'hashes'> & {
  hashes: Omit<KnowledgeBundle['hashes'], 'knowledge'>;
};

/**
 * Reads one bundle and proves that its bytes are those that the hash names.
 *
 * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
 */
export function loadBundle(dir: string, hash: string): KnowledgeBundle {
  const bytes = readIfThere(bundlePath(dir, hash));
  if (!bytes) throw unknownBundle(hash);
  if (sha256(bytes) !== hash) throw new BundleError('bundle-corrupt', `knowledge bundle ${hash} was changed`);
  const stored = shareTexts(JSON.parse(bytes.toString('utf8')) as StoredBundle);
  if (stored.schemaVersion !== BUNDLE_SCHEMA_VERSION) {
    throw new BundleError(
      'bundle-schema-unknown',
      `knowledge bundle ${hash} has schema ${String(stored.schemaVersion)}`,
    );
  }
  return { ...ADDED_SINCE, ...stored, hashes: { ...stored.hashes, knowledge: hash } };
}

const unknownBundle = (hash: string): BundleError =>
  new BundleError('bundle-unknown', `there is no knowledge bundle ${hash}`);

/** Writes a bundle under its hash, all at once or not at all. Writing the same bundle again changes nothing. */
export function saveBundle(dir: string, hash: string, json: string): void {
  mkdirSync(dir, { recursive: true });
  writeAtomically(bundlePath(dir, hash), json);
}

/**
 * The hash of the active bundle.
 *
 * @throws {BundleError} `no-active-bundle`
 */
export function currentHash(dir: string): string {
  const hash = readIfThere(join(dir, POINTER))?.toString('utf8').trim();
  if (hash === undefined || !HASH.test(hash)) {
    throw new BundleError('no-active-bundle', 'no knowledge bundle is active; build one first');
  }
  return hash;
}

/**
 * Moves the pointer to a bundle that is there and intact. Runs keep the version that they were stamped with.
 *
 * The bundle, and the one that was active before, are written anew: that they were in use just now is seen by their age
 * (`pruneStore`).
 *
 * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
 */
export function activate(dir: string, hash: string): void {
  loadBundle(dir, hash);
  const pointer = join(dir, POINTER);
  const before = readIfThere(pointer);
  for (const each of new Set([hash, before?.toString('utf8').trim()])) writeAnew(dir, each);
  writeAtomically(pointer, `${hash}\n`);
  // Whoever was just deleting it looks where the pointer leads, and we whether it is still there: one of us sees the other.
  if (readIfThere(bundlePath(dir, hash)) !== undefined) return;
  if (before === undefined) rmSync(pointer);
  else writeAtomically(pointer, before);
  throw unknownBundle(hash);
}

function writeAnew(dir: string, hash: string | undefined): void {
  if (hash === undefined || !HASH.test(hash)) return;
  const bytes = readIfThere(bundlePath(dir, hash));
  if (bytes !== undefined) writeAtomically(bundlePath(dir, hash), bytes);
}

/** The hashes of all bundles in the folder, sorted. */
export function bundleHashes(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((name) => HASH.test(name))
    .sort();
}

/** The file of a bundle, or of a part of it that lies beside it. @throws {BundleError} `bundle-unknown` */
export function bundlePath(dir: string, hash: string, ending = 'json'): string {
  if (!HASH.test(hash))
    throw new BundleError('bundle-unknown', 'a knowledge version is 64 hexadecimal digits');
  return join(dir, `${hash}.${ending}`);
}

export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A reader sees the old file or the new one, never half of it. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
