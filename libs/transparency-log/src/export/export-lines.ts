import { canonicalJson } from '../canonical/canonical-json';
import { type WitnessVerifier } from '../checkpoint/cosignature';
import { type ExportedEntry, type ExportSignature, type ExportVerdict, ExportWalk } from './verify-export';

const FORMAT = 'openrounds.log-export.v1';

/**
 * The first line of an export in lines: format, signed note and verifier key. Each line is canonical JSON (RFC 8785), so
 * that not one byte of the file can change unnoticed.
 */
export const exportHeader = ({ note, publicKey }: ExportSignature): string =>
  canonicalJson({ format: FORMAT, note, publicKey });

/** The line of an entry; without record and salt where they are erased or not the reader's. */
export const exportLine = ({ index, leafHash, record, salt }: ExportedEntry): string =>
  canonicalJson(isGone(record) && isGone(salt) ? { index, leafHash } : { index, leafHash, record, salt });

/** Whether a file is an export in lines, by its first line. */
export const isExportHeader = (line: string): boolean => readHeader(line) !== undefined;

/**
 * Recomputes an export in lines as it is read, whatever its size: see {@link verifyExport}. A line that is not in the
 * form that {@link exportHeader} and {@link exportLine} give it is a problem.
 *
 * @param lines - without their line feeds
 * @param trustedKey - the log's verifier key, learnt some other way
 * @param witnesses - whose signatures are checked too
 */
export async function verifyExportLines(
  lines: AsyncIterable<string> | Iterable<string>,
  trustedKey?: string,
  witnesses: readonly WitnessVerifier[] = [],
): Promise<ExportVerdict> {
  const walk = new ExportWalk();
  let signature: ExportSignature | undefined;
  let first = true;
  for await (const line of lines) {
    if (first) signature = readHeader(line);
    else addLine(walk, line);
    first = false;
  }
  if (signature === undefined) return walk.verdict(undefined);
  const { note, publicKey: ownKey } = signature;
  return walk.verdict({ note, publicKey: trustedKey ?? ownKey, ownKey }, witnesses);
}

function addLine(walk: ExportWalk, line: string): void {
  const value = readCanonical(line);
  const unknown = Object.keys(value ?? {}).filter((key) => !ENTRY_KEYS.includes(key));
  if (value === undefined || unknown.length > 0)
    walk.stop({ detail: 'the line is not in its canonical form' });
  else walk.add(value);
}

const ENTRY_KEYS = ['index', 'leafHash', 'record', 'salt'];

function readHeader(line: string): ExportSignature | undefined {
  const { format, note, publicKey, ...rest } = readCanonical(line) ?? {};
  if (format !== FORMAT || typeof note !== 'string' || typeof publicKey !== 'string') return undefined;
  return Object.keys(rest).length === 0 ? { note, publicKey } : undefined;
}

function readCanonical(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || canonicalJson(value) !== line) return undefined;
    return { ...value };
  } catch {
    return undefined;
  }
}

const isGone = (value: unknown): boolean => value === undefined || value === null;
