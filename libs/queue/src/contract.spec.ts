import fc from 'fast-check';
import { z } from 'zod';
import { assertJobId, findContract, parse, parseToSend, requireContract } from './contract';
import { PayloadRejected } from './faults';

const payload = z.object({
  meta: z.object({ tenantId: z.string(), requestId: z.string() }),
  note: z.string(),
});
const map = { intake: { 'read.v1': { payload, result: z.null() } } };
const meta = { tenantId: 't', requestId: 'r' };

describe('findContract', () => {
  it('finds a job of the map and nothing else, not even what every object inherits', () => {
    expect(findContract(map, 'intake', 'read.v1')).toBe(map.intake['read.v1']);
    for (const [queue, job] of [
      ['intake', 'read.v2'],
      ['other', 'read.v1'],
      ['intake', 'toString'],
      ['constructor', 'name'],
    ]) {
      expect(findContract(map, queue ?? '', job ?? '')).toBeUndefined();
    }
    expect(() => requireContract(map, 'intake', 'read.v2')).toThrow(PayloadRejected);
  });
});

describe('parse', () => {
  it('drops what the contract does not know', () => {
    expect(parse(payload, { meta, note: 'a', extra: 'b' }, 'intake', 'read.v1')).toEqual({ meta, note: 'a' });
  });

  it('never says what a rejected value was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000 }), (secret) => {
        const reasons = rejection(() => parse(payload, { meta, note: secret }, 'intake', 'read.v1'));
        expect(reasons.message).toBe('intake/read.v1: note: invalid_type');
      }),
    );
  });

  it('names every field that is wrong', () => {
    const { reasons } = rejection(() => parse(payload, { meta: { tenantId: 1 } }, 'intake', 'read.v1'));
    expect(reasons).toEqual([
      'meta.tenantId: invalid_type',
      'meta.requestId: invalid_type',
      'note: invalid_type',
    ]);
    expect(rejection(() => parse(payload, null, 'intake', 'read.v1')).reasons).toEqual([
      '(root): invalid_type',
    ]);
  });
});

describe('parseToSend', () => {
  it('counts bytes, not characters', () => {
    const note = '痛'.repeat(100_000);
    expect(() => parseToSend(payload, { meta, note }, 'intake', 'read.v1')).toThrow(/300\d\d\d bytes/);
    const sent = parseToSend(payload, { meta, note: 'x'.repeat(100_000) }, 'intake', 'read.v1');
    expect(sent.payload.note).toHaveLength(100_000);
    expect(JSON.parse(sent.text)).toEqual(sent.payload);
  });
});

describe('assertJobId', () => {
  it.each(['a:b', '42', '', ' ', 'a/b', 'x'.repeat(201)])('refuses "%s"', (jobId) => {
    expect(() => {
      assertJobId(jobId, 'q', 'j');
    }).toThrow(PayloadRejected);
  });
  it.each(['0199-normalise-case-v1-0', 'a', '4e2'])('accepts "%s"', (jobId) => {
    expect(() => {
      assertJobId(jobId, 'q', 'j');
    }).not.toThrow();
  });
});

function rejection(run: () => unknown): PayloadRejected {
  try {
    run();
  } catch (error) {
    if (error instanceof PayloadRejected) return error;
    throw error;
  }
  throw new Error('nothing was rejected');
}
