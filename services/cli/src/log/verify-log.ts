import { createReadStream } from 'node:fs';
import {
  type ExportVerdict,
  isExportHeader,
  verifyExport,
  verifyExportLines,
  type WitnessVerifier,
} from '@openrounds/transparency-log';
import { linesOf } from '../io/lines';
import { readJson } from '../io/read-json';
import { requireReadable } from '../io/require-readable';

/**
 * Verifies an exported log: one in lines, as `log export` writes it, while it is read; one JSON document as a whole.
 *
 * @throws UnusableArgument where the file cannot be read, or is neither
 */
export async function verifyLog(
  path: string,
  trustedKey: string | undefined,
  witnesses: readonly WitnessVerifier[],
): Promise<ExportVerdict> {
  await requireReadable(path);
  for await (const first of textsOf(path)) {
    if (isExportHeader(first)) return verifyExportLines(textsOf(path), trustedKey, witnesses);
    break;
  }
  return verifyExport(readJson(path), trustedKey, witnesses);
}

/** A line that is too long to be an entry stands for one that is none. */
async function* textsOf(path: string): AsyncGenerator<string> {
  for await (const line of linesOf(createReadStream(path, 'utf8'))) yield 'text' in line ? line.text : '';
}
