import { type ArgumentsHost } from '@nestjs/common';
import { DomainError } from '@openrounds/contracts';
import { type Logger } from '@openrounds/platform';
import { LaunchPageFilter } from './launch-page.filter';
import { WORDS } from './words';

/** An answer as far as pages write it. */
class Reply {
  readonly sent = false;
  readonly headers: Record<string, string> = {};
  code = 0;
  body = '';

  status(code: number): this {
    this.code = code;
    return this;
  }
  header(name: string, value: string): this {
    this.headers[name] = value;
    return this;
  }
  type(value: string): this {
    return this.header('content-type', value);
  }
  send(body: string): this {
    this.body = body;
    return this;
  }
}

function told(error: unknown, language: 'en' | 'zh'): Reply {
  const reply = new Reply();
  const http = {
    getRequest: () => ({ id: 'request-1', url: '/lti/login?login_hint=h', language }),
    getResponse: () => reply,
  };
  const host = { switchToHttp: () => http } as unknown as ArgumentsHost;
  new LaunchPageFilter({ error: () => undefined } as unknown as Logger).catch(error, host);
  return reply;
}

describe('whoever opens links too often', () => {
  it.each(['en', 'zh'] as const)('is told by a page when to come back (%s)', (language) => {
    const reply = told(new DomainError('rate-limited', undefined, [], 41), language);
    expect([reply.code, reply.headers]).toEqual([
      429,
      {
        'retry-after': '41',
        'cache-control': 'no-store',
        'cross-origin-opener-policy': 'unsafe-none',
        'content-type': 'text/html; charset=utf-8',
      },
    ]);
    expect(reply.body).toContain(WORDS[language].tooMany);
    expect(reply.body).toContain('<code>rate-limited</code>');
  });

  it('is told otherwise where something is wrong with us', () => {
    const { code, body } = told(new DomainError('dependency-unavailable', undefined, [], 2), 'en');
    expect([code, body.includes(WORDS.en.unavailable), body.includes(WORDS.en.tooMany)]).toEqual([
      503,
      true,
      false,
    ]);
  });
});
