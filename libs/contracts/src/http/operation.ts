import { type z } from 'zod';
import { type ErrorCode } from '../errors/error-codes';
import { type OperationRole } from './session';

/** Built when it is first asked for: of two hundred operations a gateway is asked a few, and answers are described, not checked (ADR 0094). */
export type Lazily<Schema> = () => Schema;

const builtBy = new WeakMap<Lazily<z.ZodType>, z.ZodType>();

/** The schema, built once. */
export function built<Schema extends z.ZodType>(lazily: Lazily<Schema>): Schema {
  const schema = (builtBy.get(lazily) as Schema | undefined) ?? lazily();
  builtBy.set(lazily, schema);
  return schema;
}

/** One way in which an operation succeeds. */
export interface Success {
  readonly description: string;
  readonly schema?: Lazily<z.ZodType>;
  readonly mediaType?: string;
  /** The same in other media types, where the request asks for one. */
  readonly otherMediaTypes?: Readonly<Record<string, Lazily<z.ZodType>>>;
  readonly headers?: readonly ('Location' | 'ETag')[];
}

/** One operation of the public API: the OpenAPI document, the routes, the checks and the roles come from here. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `public` needs no credentials; the others list who may call it. */
  readonly roles: readonly OperationRole[] | 'public';
  /** For browsers that come from elsewhere: answers with a page, also where something is wrong. Clients have no use for it. */
  readonly page?: true;
  /** Of a public operation: who is told more than whoever gives no credentials. */
  readonly knows?: readonly OperationRole[];
  /**
   * Of a public operation: what counts of whoever is not known, by address.
   *
   * - `requests`: each; so where nothing is said.
   * - `launches`: each, apart from all others, since a class comes from one address, with several for each.
   * - `misses`: what was not found, since a hall full of phones shares an address.
   * - `callers`: who shows no good token of its own kind; others are counted as what they are.
   * - `nothing`: the machinery around us asks every few seconds.
   */
  readonly counts?: 'requests' | 'launches' | 'misses' | 'callers' | 'nothing';
  /** Whether the cookie of a participant opens it: for event sources of browsers, which send nothing else. */
  readonly seatCookie?: true;
  readonly params?: Lazily<z.ZodObject>;
  /** The parameter at the end of the path that holds slashes. */
  readonly restOfPath?: string;
  readonly query?: Lazily<z.ZodObject>;
  /** As `application/json`. */
  readonly body?: Lazily<z.ZodType>;
  /** Largest body in bytes, where the usual limit is too small. */
  readonly largestBody?: number;
  /** The same in other media types. */
  readonly otherBodies?: Readonly<Record<string, Lazily<z.ZodType>>>;
  readonly headers?: readonly ('Idempotency-Key' | 'Prefer' | 'If-Match' | 'Last-Event-ID')[];
  readonly success: Readonly<Record<number, Success>>;
  readonly errors: readonly ErrorCode[];
}

export const EVERYONE = ['student', 'teacher', 'author', 'admin'] as const;
export const TEACHERS = ['teacher', 'author', 'admin'] as const;
export const AUTHORS = ['author', 'admin'] as const;

/** What every operation that reads, writes or asks another service may answer besides its own errors. */
export const READ = ['invalid-request'] as const;
export const WRITE = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid-request'] as const;
export const INTERACTIVE = ['dependency-unavailable'] as const;

/** Succeeds with 200 and this body. */
export const ok = (schema: Lazily<z.ZodType>, description = 'As asked') => ({ 200: { description, schema } });
