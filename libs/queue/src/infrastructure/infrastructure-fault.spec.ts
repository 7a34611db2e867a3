import { DomainError } from '@openrounds/contracts';
import { BusyFault, PayloadRejected, PermanentFault, QueueUnavailable } from '../faults';
import { isInfrastructureFault } from './infrastructure-fault';

const coded = (code: string, message = 'as the driver says it'): Error =>
  Object.assign(new Error(message), { code });
const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

describe('infrastructure faults', () => {
  it.each([
    '08000',
    '08001',
    '08003',
    '08006',
    '25006',
    '25P03',
    '40001',
    '40003',
    '40P01',
    '53100',
    '53200',
    '53300',
    '53400',
    '55P03',
    '57014',
    '57P01',
    '57P02',
    '57P03',
    '58000',
    '58030',
  ])('are Postgres’ %s, bare and wrapped by TypeORM', (code) => {
    expect(isInfrastructureFault(coded(code))).toBe(true);
    expect(
      isInfrastructureFault(Object.assign(new Error('query failed'), { driverError: coded(code) })),
    ).toBe(true);
  });

  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'EPIPE',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENOSPC',
  ])('are a socket’s %s, also as the cause and one of several addresses', (code) => {
    expect(isInfrastructureFault(coded(code))).toBe(true);
    expect(isInfrastructureFault(new Error('not sent', { cause: coded(code) }))).toBe(true);
    expect(isInfrastructureFault(new AggregateError([coded(code), coded(code)]))).toBe(true);
  });

  it.each([
    'timeout exceeded when trying to connect',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
    'Connection is closed.',
    'Command timed out',
    "Stream isn't writeable and enableOfflineQueue options is false",
  ])('are the drivers’ "%s"', (message) => {
    expect(isInfrastructureFault(new Error(message))).toBe(true);
  });

  it.each([
    "OOM command not allowed when used memory > 'maxmemory'.",
    'LOADING Redis is loading the dataset in memory',
    "READONLY You can't write against a read only replica.",
    'MISCONF Redis is configured to save RDB snapshots',
    'CLUSTERDOWN The cluster is down',
    'MASTERDOWN Link with MASTER is down',
    'NOREPLICAS Not enough good replicas to write.',
  ])('are Redis’ reply "%s"', (message) => {
    expect(isInfrastructureFault(named('ReplyError', message))).toBe(true);
  });

  it('are a request that ran out of tries and a queue that does not answer', () => {
    expect(
      isInfrastructureFault(named('MaxRetriesPerRequestError', 'Reached the max retries per request limit')),
    ).toBe(true);
    expect(isInfrastructureFault(new QueueUnavailable('scales'))).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a duplicate key', coded('23505')],
    ['a missing table', coded('42P01')],
    ['a value out of range', coded('22003')],
    ['a wrong password', coded('28P01')],
    ['a script that Redis does not know', named('ReplyError', 'NOSCRIPT No matching script')],
    ['a missing file', coded('ENOENT')],
    ['a domain error', new DomainError('case-erased')],
    ['a permanent fault', new PermanentFault('no such case')],
    ['a fault that is busy by itself', new BusyFault('later', 10)],
    ['a rejected payload', new PayloadRejected('scales', 'weigh.v1', [])],
    ['an ordinary error', new TypeError('undefined is not a function')],
    ['something that is no error', '57P01'],
    ['nothing', undefined],
  ])('are not %s', (_, error) => {
    expect(isInfrastructureFault(error)).toBe(false);
  });

  it('ends with causes that go round in a circle', () => {
    const error = new Error('round');
    error.cause = error;
    expect(isInfrastructureFault(error)).toBe(false);
  });
});
