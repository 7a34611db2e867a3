import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBinaries } from '../binaries.mjs';
import { Failure, UNUSABLE } from '../failure.mjs';
import { productVersion } from './back-up.mjs';

/** @throws {Failure} when programs of here could not open the database of a backup */
export async function requireOpenableHere(path, { product, postgres }) {
  const { postgres: program } = await findBinaries();
  const { stdout } = await promisify(execFile)(program, ['--version']);
  const here = /(\d+)(?:\.\d+)*\s*$/.exec(stdout)?.[1];
  if (postgres !== here)
    throw new Failure(`${path} is of Postgres ${postgres}; Postgres ${here} is here.`, UNUSABLE);
  const ours = await productVersion();
  if (isNewer(product, ours))
    throw new Failure(`${path} is of OpenRounds ${product}; ${ours} is here: upgrade first.`, UNUSABLE);
}

function isNewer(one, other) {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/).slice(0, 3).map(Number));
  const at = a.findIndex((number, index) => number !== b[index]);
  return at !== -1 && a[at] > b[at];
}
