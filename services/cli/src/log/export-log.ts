import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import {
  exportHeader,
  exportLine,
  type ExportVerdict,
  verifyExportLines,
  withSignatures,
} from '@openrounds/transparency-log';
import { type LogApi } from './log-api';

/**
 * Writes the log, as far as its checkpoint covers it, into a file that `log verify` accepts (0600: records are clinical
 * data), page by page, and verifies it on the way. The file is in place when all of it is written.
 *
 * @param witnessed - as far as the newest head that a witness signed
 * @param onEntry - called for each entry written
 * @returns the verdict over what was written
 */
export async function exportLog(
  api: LogApi,
  { output, witnessed = false }: { readonly output: string; readonly witnessed?: boolean | undefined },
  onEntry: () => void,
): Promise<ExportVerdict> {
  const begun = `${output}.part`;
  const file = await open(begun, 'w', 0o600);
  try {
    const verdict = await verifyExportLines(writtenTo(file, linesOf(api, witnessed, onEntry)));
    await file.sync();
    await file.close();
    await rename(begun, output);
    return verdict;
  } catch (error) {
    await file.close();
    await rm(begun, { force: true });
    throw error;
  }
}

/** Passes each line on once it is written. */
async function* writtenTo(file: FileHandle, lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    await file.write(`${line}\n`);
    yield line;
  }
}

async function* linesOf(api: LogApi, witnessed: boolean, onEntry: () => void): AsyncGenerator<string> {
  const { size, note, cosignatures, publicKey } = await api.checkpoint(witnessed);
  yield exportHeader({ note: withSignatures(note, cosignatures), publicKey });
  let left = size;
  if (left === 0) return;
  for await (const page of api.pages()) {
    for (const entry of page.slice(0, left)) {
      yield exportLine(entry);
      onEntry();
    }
    left -= page.length;
    if (left <= 0) return;
  }
}
