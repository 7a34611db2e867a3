import { DomainError, ERROR_CODES, type Problem } from '@openrounds/contracts';

/** What is not a domain error is ours: the caller learns that it failed and the request id, nothing else. */
export const asDomainError = (error: unknown): DomainError =>
  error instanceof DomainError
    ? error
    : new DomainError('internal', 'The error was logged under the request id.');

/** The problem document (RFC 9457) of an error. */
export function toProblem(
  error: unknown,
  about: { requestId?: string | undefined; instance?: string | undefined } = {},
): Problem {
  const { code, message, errors } = asDomainError(error);
  const { status, title } = ERROR_CODES[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    ...(message === title ? {} : { detail: message }),
    ...(about.instance === undefined ? {} : { instance: about.instance }),
    ...(about.requestId === undefined ? {} : { requestId: about.requestId }),
    ...(errors.length === 0 ? {} : { errors: errors.map((each) => ({ ...each })) }),
  };
}
