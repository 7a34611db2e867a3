import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Failure, UNUSABLE } from '../failure.mjs';
import { checkedJson, readCheckedJson } from './checked-json.mjs';
import { writeNewFile } from './new-file.mjs';
import { END, header, padding, readHeader } from './tar.mjs';

/** The only form so far. It goes up when an older program could no longer read what it is given. */
export const FORMAT = 'openrounds-backup/1';

const DATABASE = 'database.tar.gz';
const MANIFEST = 'manifest.json';
const BLOCK = 512;
/** Much of a cluster is empty: level 6 takes nearly twice the time to save a tenth more. */
const LEVEL = 3;
const LARGEST_MANIFEST = 1_000_000;

/**
 * A backup is one tar archive of two entries, so that other tools can look into it: the packed copy of the database, and
 * after it, since it holds the other's checksum, the manifest.
 *
 * @param {string} path
 * @param {import('node:stream').Readable} archive the database as a tar archive
 * @param {object} about what the manifest says besides
 * @returns {Promise<object>} the manifest
 */
export async function writeBackup(path, archive, about) {
  let manifest;
  await writeNewFile(path, async (file) => {
    const { bytes, sha256 } = await writePacked(archive, file);
    manifest = { format: FORMAT, ...about, parts: { [DATABASE]: { bytes, sha256 } } };
    const text = Buffer.from(checkedJson(manifest));
    const time = Date.parse(about.made);
    const manifestHeader = header({ name: MANIFEST, size: text.length, time });
    await file.writeFile(Buffer.concat([padding(bytes), manifestHeader, text, padding(text.length), END]));
    await file.write(header({ name: DATABASE, size: bytes, time }), 0, BLOCK, 0);
  });
  return manifest;
}

/** Leaves room for the header, which holds the size. */
async function writePacked(archive, file) {
  const hash = createHash('sha256');
  let bytes = 0;
  await file.writeFile(Buffer.alloc(BLOCK));
  const written = new Writable({
    write(piece, _encoding, done) {
      hash.update(piece);
      bytes += piece.length;
      file.writeFile(piece).then(() => done(), done);
    },
  });
  await pipeline(archive, createGzip({ level: LEVEL }), written);
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Reads the manifest of a backup.
 *
 * @throws {Failure} when the file cannot be read, is no backup, is cut short, or its manifest is damaged
 */
export async function readManifest(path) {
  const file = await open(path).catch((error) => {
    throw new Failure(`${path} cannot be read: ${error.message}`, UNUSABLE);
  });
  try {
    const database = await headerAt(file, 0);
    if (database?.name !== DATABASE) throw new Error('it does not begin as one');
    const at = BLOCK + database.size + padding(database.size).length;
    const { name, size } = (await headerAt(file, at)) ?? {};
    if (name !== MANIFEST || size > LARGEST_MANIFEST) throw new Error('it has no manifest');
    const text = Buffer.alloc(size);
    await file.read(text, 0, size, at + BLOCK);
    const manifest = readCheckedJson(text.toString('utf8'));
    if (manifest.format !== FORMAT)
      throw new Failure(`${path} is of the form ${manifest.format}; ${FORMAT} is known here.`, UNUSABLE);
    return manifest;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path} is no backup, or is damaged or cut short: ${error.message}.`);
  } finally {
    await file.close();
  }
}

async function headerAt(file, position) {
  const block = Buffer.alloc(BLOCK);
  const { bytesRead } = await file.read(block, 0, BLOCK, position);
  if (bytesRead < BLOCK) throw new Error('it ends too early');
  return readHeader(block);
}

/** @throws {Failure} when the database in a backup is not what its manifest says */
export async function verifyBackup(path, { parts }) {
  const hash = createHash('sha256');
  await pipeline(packedOf(path, parts), hash);
  const found = hash.digest('hex');
  if (found === parts[DATABASE].sha256) return;
  throw new Failure(
    `${path} is damaged: ${DATABASE} in it has the SHA-256 ${found}, and had ${parts[DATABASE].sha256} when it was written.`,
  );
}

const packedOf = (path, parts) =>
  createReadStream(path, { start: BLOCK, end: BLOCK + parts[DATABASE].bytes - 1 });

/** Hands the database of a backup on, as a tar archive. */
export const unpackBackup = (path, { parts }, take) => pipeline(packedOf(path, parts), createGunzip(), take);
