import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERROR_CODES } from '@openrounds/contracts';
import { LaunchRefused } from '@openrounds/lti';
import { LOGGER, type Logger } from '@openrounds/platform';
import { type ApiReply, type ApiRequest } from '../api-request';
import { answerProblem, domainErrorOf } from '../errors.filter';
import { refusalPage, unavailablePage } from './pages';

/** Of a person in a browser: what is wrong is told by a page. Where there is nothing, there is no page either. */
@Catch()
export class LaunchPageFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const reply = http.getResponse<ApiReply>();
    if (reply.sent) return;
    if (error instanceof LaunchRefused) {
      const told = { code: error.code, clockSeconds: null, returnUrl: null, again: null };
      sendPage(reply, 400, refusalPage(told, request.id, request.language));
      return;
    }
    const { code, retryAfterSeconds } = domainErrorOf(error);
    if (code === 'not-found') {
      answerProblem(error, request, reply, this.logger);
      return;
    }
    if (code === 'internal') this.logger.error({ err: error }, 'request failed');
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    sendPage(reply, ERROR_CODES[code].status, unavailablePage(code, request.id, request.language));
  }
}

/** Pages of launches hold secrets of one browser: nobody keeps them. Windows that opened them may be told something. */
export function sendPage(reply: ApiReply, status: number, html: string): void {
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('cross-origin-opener-policy', 'unsafe-none')
    .type('text/html; charset=utf-8')
    .send(html);
}
