import { join } from 'node:path';
import { exists } from '../exists.mjs';
import { Failure } from '../failure.mjs';

/** Where a restore prepares what will be the data folder. */
export const restoringOf = (dataDir) => `${dataDir}.restoring`;

/** What a folder was restored from; of one that is being prepared it is the last thing to be written. */
export const restoredFileOf = (dataDir) => join(dataDir, 'restored.json');

/**
 * Whether a restore was cut short between putting the old folder aside and giving its name to the new one. A start
 * would make an empty installation in its place.
 */
export const isHalfRestored = async (dataDir) =>
  !(await exists(dataDir)) && (await exists(restoredFileOf(restoringOf(dataDir))));

/** @throws {Failure} saying how to go on */
export async function refuseHalfRestored(dataDir) {
  if (!(await isHalfRestored(dataDir))) return;
  throw new Failure(
    `A restore into ${dataDir} was cut short at its last step. Give the same "openrounds restore" again: it ends at once.`,
  );
}
