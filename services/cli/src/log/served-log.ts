import { createReadStream } from 'node:fs';
import { type LogEntry } from '@openrounds/contracts';
import {
  appendLeaf,
  EMPTY_RANGE,
  type Hash,
  isExportHeader,
  judgeEntry,
  rootOf,
  tilePath,
  tilesOver,
} from '@openrounds/transparency-log';
import { z } from 'zod';
import { linesOf } from '../io/lines';
import { UnusableArgument } from '../surroundings';

const Line = z.object({ leafHash: z.string() });

/**
 * Holds every tile that a log serves against its leaves.
 *
 * @param served - gives the bytes of a path, as `GET /v1/log/tiles/{path}` does
 * @returns the paths of those that are not what they should be
 */
export async function wrongTiles(
  leaves: Iterable<Hash>,
  served: (path: string) => Promise<Uint8Array>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { tile, bytes } of tilesOver(leaves)) {
    const path = tilePath(tile);
    if (!bytes.equals(await served(path))) wrong.push(path);
  }
  return wrong;
}

/**
 * Holds every entry that a log serves, and every root that it has signed since it began, against its leaves.
 *
 * @param pages entries from the first on; what stands behind the last leaf is not looked at
 * @returns what is not as the leaves make it
 */
export async function wrongEntries(
  leaves: readonly Hash[],
  pages: AsyncIterable<readonly LogEntry[]>,
): Promise<string[]> {
  const wrong: string[] = [];
  let range = EMPTY_RANGE;
  for await (const page of pages) {
    for (const entry of page) {
      const leaf = leaves[range.size];
      if (leaf === undefined) return wrong;
      const isOwn = entry.leafHash === leaf && judgeEntry(entry, range.size).length === 0;
      if (!isOwn) wrong.push(`entry ${String(range.size)}`);
      range = appendLeaf(range, leaf).range;
      if (entry.signedRoot !== undefined && entry.signedRoot !== rootOf(range))
        wrong.push(`checkpoint of ${String(range.size)} entries`);
    }
  }
  if (range.size < leaves.length) wrong.push(`entries from ${String(range.size)} on`);
  return wrong;
}

/** The leaves of an export in lines that was verified. @throws UnusableArgument for any other file */
export async function leavesOf(path: string): Promise<Hash[]> {
  const leaves: Hash[] = [];
  let isFirst = true;
  for await (const line of linesOf(createReadStream(path, 'utf8'))) {
    const text = 'text' in line ? line.text : '';
    if (!isFirst) leaves.push(Line.parse(JSON.parse(text)).leafHash);
    else if (!isExportHeader(text))
      throw new UnusableArgument(`${path}: with --server give what \`log export\` wrote`);
    isFirst = false;
  }
  return leaves;
}
