import { DomainError, type FieldError, type Operation } from '@openrounds/contracts';
import { type z } from 'zod';

interface Given {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** As the request names it. */
  readonly mediaType?: string | undefined;
}

/** JSON pointer (RFC 6901) of a path of zod's. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** One error a wrong field; unknown keys are named one by one. */
export const fieldErrors = (issues: readonly z.core.$ZodIssue[], prefix = ''): FieldError[] =>
  issues.flatMap((issue) => {
    const at = prefix + pointerOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: at + pointerOf([key]),
        code: 'unknown-field',
        message: 'this field is not known',
      }));
    }
    return [{ pointer: at, code: codeOf(issue), message: issue.message }];
  });

/** The schema's own code where it gave one, else zod's kind of issue. */
const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' && typeof issue.params?.['code'] === 'string'
    ? issue.params['code']
    : issue.code.replaceAll('_', '-');

const part = (
  schema: z.ZodType | undefined,
  value: unknown,
  prefix: string,
  errors: FieldError[],
): unknown => {
  if (schema === undefined) return undefined;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  errors.push(...fieldErrors(read.error.issues, prefix));
  return undefined;
};

/** The schema of the body in the media type that it came in. */
function bodySchema(
  { body, otherBodies = {} }: Operation,
  mediaType = 'application/json',
): z.ZodType | undefined {
  if (body === undefined) return undefined;
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
