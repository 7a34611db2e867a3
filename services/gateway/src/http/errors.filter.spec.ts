import { BadRequestException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { DomainError } from '@openrounds/contracts';
import { PayloadRejected, PayloadTooLarge, RequestTimeout } from '@openrounds/queue';
import { domainErrorOf } from './errors.filter';

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
