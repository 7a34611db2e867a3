import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { answerSchemaOf } from '../answers/answer-schema';
import { type Role } from '../ports/role';

/** What an answer depends on besides role and input. */
export interface AnsweredBy {
  readonly model: string;
  /** Of the requests: temperature and the like. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** SHA-256 of the knowledge that the question was made of. */
  readonly knowledge: string;
}

/**
 * What tells kept answers apart: SHA-256 of the canonical JSON (RFC 8785) of model, parameters, knowledge, role with
 * the versions of its prompt and schema, and the input with its texts normalised (NFC, white space as one space).
 *
 * @throws TypeError where the input has no JSON form.
 */
export function cacheKey<I>(by: AnsweredBy, role: Role<I, unknown>, input: I): string {
  const canonical = canonicalize({
    ...by,
    role: role.name,
    promptVersion: role.promptVersion,
    schema: answerSchemaOf(role),
    input: normalised(input),
  });
  if (canonical === undefined) throw new TypeError('a question has a JSON form');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, normalised(each)]));
}
