import { BadRequestException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { DomainError } from '@openrounds/contracts';
import { type Logger } from '@openrounds/platform';
import { PayloadRejected, PayloadTooLarge, RequestTimeout } from '@openrounds/queue';
import { type ApiReply, type ApiRequest } from './api-request';
import { answerProblem, domainErrorOf } from './errors.filter';

const withCode = (code: string) => Object.assign(new Error('secret of the database'), { code });

describe('domainErrorOf', () => {
  it.each([
    ['a domain error', new DomainError('case-erased'), 'case-erased'],
    ['a service that does not answer', new RequestTimeout('q', 'j', 2000), 'dependency-unavailable'],
    ['a case too large to travel', new PayloadTooLarge('q', 'j', ['x']), 'too-large'],
    ['a message of our own that is wrong', new PayloadRejected('q', 'j', ['x']), 'internal'],
    ['a route that is none', new NotFoundException(), 'not-found'],
    ['a request the framework refuses', new BadRequestException(), 'malformed-json'],
    ['a body the framework refuses', new PayloadTooLargeException(), 'too-large'],
    ['a body that is no JSON', Object.assign(new SyntaxError('x'), { statusCode: 400 }), 'malformed-json'],
    [
      'a media type that is none of ours',
      withCode('FST_ERR_CTP_INVALID_MEDIA_TYPE'),
      'unsupported-media-type',
    ],
    ['a body beyond the limit', withCode('FST_ERR_CTP_BODY_TOO_LARGE'), 'too-large'],
    ['an empty body', withCode('FST_ERR_CTP_EMPTY_JSON_BODY'), 'malformed-json'],
    ['an error of the database', withCode('23505'), 'internal'],
    ['a database that is stopping', withCode('57P01'), 'dependency-unavailable'],
    ['a database without room', withCode('53100'), 'dependency-unavailable'],
    ['a queue that refuses', withCode('ECONNREFUSED'), 'dependency-unavailable'],
    [
      'a pool without a free connection',
      new Error('timeout exceeded when trying to connect'),
      'dependency-unavailable',
    ],
    ['a syntax error of ours', new SyntaxError('x'), 'internal'],
    ['what is no error at all', 'oops', 'internal'],
  ])('makes %s %s', (_what, error, code) => {
    expect(domainErrorOf(error).code).toBe(code);
  });

  it('tells when to come back to a service that does not answer', () => {
    expect(domainErrorOf(new RequestTimeout('q', 'j', 2000)).retryAfterSeconds).toBe(2);
    expect(domainErrorOf(withCode('57P03')).retryAfterSeconds).toBe(2);
  });

  it('tells nothing of an error that is ours', () => {
    expect(domainErrorOf(withCode('23505')).message).not.toContain('secret');
  });
});

describe('answerProblem', () => {
  const logged = (error: unknown): object[] => {
    const lines: object[] = [];
    const note = (line: object): void => void lines.push(line);
    const request = {
      ...{ id: 'request-1', method: 'POST', url: '/v1/runs?key=secret' },
      routeOptions: { url: '/v1/runs' },
    } as unknown as ApiRequest;
    const reply = { sent: true } as ApiReply;
    answerProblem(error, request, reply, { error: note, info: note } as unknown as Logger);
    return lines;
  };

  it.each([
    'unauthenticated',
    'forbidden',
    'csrf-token-missing',
    'host-not-allowed',
    'request-not-direct',
  ] as const)('logs who was not let in, by what was asked for and nothing of who it was: %s', (code) => {
    expect(logged(new DomainError(code, 'the key ork_secret'))).toEqual([
      { code, operation: 'POST /v1/runs' },
    ]);
  });

  it('logs an error that is ours, and no other', () => {
    const error = new Error('x');
    expect(logged(error)).toEqual([{ err: error }]);
    expect(logged(new DomainError('not-found'))).toEqual([]);
  });
});
