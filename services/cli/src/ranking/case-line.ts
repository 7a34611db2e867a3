import { CaseInput, type ErrorCode, pointerOf } from '@openrounds/contracts';
import { type z } from 'zod';
import { type Line } from '../io/lines';

/** Why a line has no ranking. */
export interface LineError {
  readonly code: ErrorCode;
  readonly detail: string;
}

export type CaseId = string | number | null;
export type CaseLine =
  | { readonly id: CaseId; readonly input: CaseInput }
  | { readonly id: CaseId; readonly error: LineError };

const PROBLEMS_SHOWN = 5;

/**
 * Reads one line of a file of cases. What the line holds besides the fields of a case is ignored: files for
 * evaluation carry their gold standard with them. Never throws.
 */
export function readCaseLine(line: Line): CaseLine {
  if ('tooLong' in line) return { id: null, error: { code: 'too-large', detail: 'the line is too long' } };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { id: null, error: { code: 'malformed-json', detail: 'the line is not JSON' } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: { code: 'invalid-request', detail: 'the line is not a JSON object' } };
  }
  return readCase(value);
}

/** Reads a case that may carry an id and fields that do not concern the engine. */
export function readCase(value: object): CaseLine {
  const id = idOf(value);
  const known = Object.keys(CaseInput.shape).flatMap((key) => {
    const field: unknown = Reflect.get(value, key);
    return field === undefined ? [] : [[key, field] as const];
  });
  const read = CaseInput.safeParse(Object.fromEntries(known));
  if (read.success) return { id, input: read.data };
  return { id, error: { code: 'invalid-request', detail: detailOf(read.error.issues) } };
}

function idOf(value: object): CaseId {
  const id: unknown = Reflect.get(value, 'id');
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function detailOf(issues: readonly z.core.$ZodIssue[]): string {
  return joined(issues.map(({ path, message }) => ({ pointer: pointerOf(path), message })));
}

/** The first few problems in one sentence, each with its JSON pointer. */
export function joined(problems: readonly { readonly pointer: string; readonly message: string }[]): string {
  const shown = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`));
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${String(more)} more`] : [])].join('; ');
}
