import { createReadStream } from 'node:fs';
import { type Hash, isExportHeader, tilePath, tilesOver } from '@openrounds/transparency-log';
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
