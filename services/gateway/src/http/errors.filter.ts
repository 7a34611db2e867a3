import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, ERROR_CODES, type ErrorCode } from '@openrounds/contracts';
import { asDomainError, LOGGER, toProblem, type Logger } from '@openrounds/platform';
import { isInfrastructureFault, PayloadTooLarge, RequestTimeout } from '@openrounds/queue';
import { type ApiReply, type ApiRequest } from './api-request';

const RETRY_AFTER_SECONDS = 2;

/** Refusals that tell of somebody who tries; too many requests are counted by their status instead. */
const TELLING: ReadonlySet<ErrorCode> = new Set([
  'csrf-token-missing',
  'forbidden',
  'host-not-allowed',
  'request-not-direct',
  'unauthenticated',
]);

/** What Fastify says about a body or route that never reached a handler. */
const FASTIFY_ERRORS: Readonly<Record<string, () => DomainError>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new DomainError('unsupported-media-type'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new DomainError('too-large'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new DomainError('malformed-json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new DomainError('malformed-json', 'The body is empty'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new DomainError('malformed-json', 'The body is shorter than announced'),
};

/** Every error becomes one of the closed set; what is not of it is logged and told as `internal`. */
export function domainErrorOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof RequestTimeout || isInfrastructureFault(error)) {
    return new DomainError('dependency-unavailable', undefined, [], RETRY_AFTER_SECONDS);
  }
  if (error instanceof PayloadTooLarge) return new DomainError('too-large');
  if (error instanceof HttpException) return fromHttp(error);
  if (error instanceof SyntaxError && 'statusCode' in error && error.statusCode === 400) {
    return new DomainError('malformed-json');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FASTIFY_ERRORS[code]?.() ?? asDomainError(error);
}

const fromHttp = (error: HttpException): DomainError => {
  const status = error.getStatus();
  if (status === 404) return new DomainError('not-found');
  if (status === 400) return new DomainError('malformed-json');
  if (status === 413) return new DomainError('too-large');
  if (status === 415) return new DomainError('unsupported-media-type');
  return asDomainError(error);
};

/** Answers every error as a problem document (RFC 9457). No stack, query, path or secret leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const reply = http.getResponse<ApiReply>();
    answerProblem(error, request, reply, this.logger);
  }
}

/** The answer to an error, also of a page that stands outside Nest. */
export function answerProblem(
  error: unknown,
  request: Pick<ApiRequest, 'id' | 'method' | 'routeOptions' | 'url'>,
  reply: ApiReply,
  logger: Pick<Logger, 'error' | 'info'>,
): void {
  const known = domainErrorOf(error);
  if (known.code === 'internal') logger.error({ err: error }, 'request failed');
  if (TELLING.has(known.code))
    logger.info(
      { code: known.code, operation: `${request.method} ${request.routeOptions.url ?? 'unknown'}` },
      'request refused',
    );
  if (reply.sent) return;
  if (known.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(known.retryAfterSeconds));
  // Fastify would hang up on a caller who is still sending, who then sees a broken pipe instead of the answer.
  if (known.code === 'too-large') void reply.removeHeader('connection');
  if (known.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(ERROR_CODES[known.code].status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(known, { requestId: request.id, instance: request.url.split('?')[0] })));
}
