import { createHash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type VocabularyBytes } from '@openrounds/clinical-language';

export type VocabularyPart = keyof VocabularyBytes;

export const VOCABULARY_PARTS: readonly VocabularyPart[] = ['terminology', 'dictionary'];

/** Of which knowledge, and made by what. */
export interface VocabularyVersion {
  /** The bundle's hash. */
  readonly knowledge: string;
  /** See `vocabularyCompiler`. */
  readonly compiler: string;
}

const HASH = /^[0-9a-f]{64}$/;
const DIGEST_BYTES = 32;

/** The version is hashed with the bytes: a file under another version's name is as good as a damaged one. */
const digestOf = (
  { knowledge, compiler }: VocabularyVersion,
  part: VocabularyPart,
  bytes: Uint8Array,
): Buffer => createHash('sha256').update(`${knowledge} ${compiler} ${part}\n`).update(bytes).digest();

/** What follows the bundle's hash in the name of a part. */
export const endingOf = (compiler: string, part: VocabularyPart): string =>
  `${compiler.slice(0, 16)}.${part}`;

const pathOf = (dir: string, { knowledge, compiler }: VocabularyVersion, part: VocabularyPart): string =>
  join(dir, `${knowledge}.${endingOf(compiler, part)}`);

/** Writes a part all at once or not at all: the digest, then the bytes. */
export function savePart(
  dir: string,
  version: VocabularyVersion,
  part: VocabularyPart,
  bytes: Uint8Array,
): void {
  const path = pathOf(dir, version, part);
  const draft = `${path}.${String(process.pid)}.tmp`;
  writeFileSync(draft, Buffer.concat([digestOf(version, part, bytes), bytes]));
  renameSync(draft, path);
}

/** Whether there is such a file; whether it is intact is seen when it is read. */
export function hasPart(dir: string, version: VocabularyVersion, part: VocabularyPart): boolean {
  return statSync(pathOf(dir, version, part), { throwIfNoEntry: false }) !== undefined;
}

/** The bytes of a part, if it is there and its digest proves that it is of this version. */
export function readPart(
  dir: string,
  version: VocabularyVersion,
  part: VocabularyPart,
): Uint8Array | undefined {
  if (!HASH.test(version.knowledge)) return undefined;
  const file = readIfThere(pathOf(dir, version, part));
  const bytes = file?.subarray(DIGEST_BYTES);
  if (file === undefined || bytes === undefined) return undefined;
  return digestOf(version, part, bytes).equals(file.subarray(0, DIGEST_BYTES)) ? bytes : undefined;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
