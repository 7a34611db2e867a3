import { createReadStream } from 'node:fs';
import {
  type ExportVerdict,
  isExportHeader,
  verifyExport,
  verifyExportLines,
  type WitnessVerifier,
} from '@openrounds/transparency-log';
import { readJson } from '../io/read-json';
import { requireReadable } from '../io/require-readable';
import { exportLinesOf } from './export-lines-of';

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
  for await (const first of exportLinesOf(createReadStream(path))) {
    if (isExportHeader(first))
      return verifyExportLines(exportLinesOf(createReadStream(path)), trustedKey, witnesses);
    break;
  }
  return verifyExport(readJson(path), trustedKey, witnesses);
}
