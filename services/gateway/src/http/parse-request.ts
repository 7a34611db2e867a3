import { built, DomainError, type FieldError, type Lazily, type Operation } from '@openrounds/contracts';
import { type z } from 'zod';
import { fieldErrors } from '../model/field-errors';

interface Given {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** As the request names it. */
  readonly mediaType?: string | undefined;
}

const part = (
  schema: Lazily<z.ZodType> | undefined,
  value: unknown,
  prefix: string,
  errors: FieldError[],
): unknown => {
  if (schema === undefined) return undefined;
  const read = built(schema).safeParse(value);
  if (read.success) return read.data;
  errors.push(...fieldErrors(read.error.issues, prefix));
  return undefined;
};

/** The schema of the body in the media type that it came in. */
function bodySchema(
  { body, otherBodies = {} }: Operation,
  mediaType = 'application/json',
): Lazily<z.ZodType> | undefined {
  if (body === undefined && Object.keys(otherBodies).length === 0) return undefined;
  const schema = mediaType === 'application/json' ? body : otherBodies[mediaType];
  if (schema === undefined) throw new DomainError('unsupported-media-type');
  return schema;
}

/**
 * Checks path, query and body of a request.
 *
 * @throws DomainError `unsupported-media-type` for a body that this operation does not take in this form
 * @throws DomainError `invalid-request` with a pointer for every field that is wrong: into the body as RFC 6901
 *   says, `/query/…` and `/path/…` for the others
 */
export function parseRequest(
  operation: Operation,
  given: Given,
): { params: unknown; query: unknown; body: unknown } {
  const errors: FieldError[] = [];
  const params = part(operation.params, given.params, '/path', errors);
  const query = part(operation.query, given.query, '/query', errors);
  const body = part(bodySchema(operation, given.mediaType), given.body ?? {}, '', errors);
  if (errors.length > 0) {
    throw new DomainError('invalid-request', `${String(errors.length)} field(s) are not valid`, errors);
  }
  return { params, query, body };
}
