import { OutboundFault, type OutboundAnswer } from '@openrounds/outbound-http';
import { faultFailure, passingFailure } from './judge-answer';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const answer = (status: number, changed: Partial<OutboundAnswer> = {}): OutboundAnswer => ({
  ...{ status, headers: {}, json: undefined, text: '' },
  ...changed,
});

it('a platform that is busy or fails is asked again; its gateway may have let the score through', () => {
  expect(passingFailure(answer(429, { headers: { 'retry-after': '7' } }), NOW)).toMatchObject({
    ...{ kind: 'passing', cause: 'busy', waitMs: 7_000, unsure: false },
  });
  const canvas = answer(403, { text: '403 Forbidden (Rate Limit Exceeded)' });
  expect(passingFailure(canvas, NOW)).toMatchObject({ cause: 'busy' });
  expect(passingFailure(answer(502), NOW)).toMatchObject({ cause: 'platform-failed', unsure: true });
  expect(passingFailure(answer(503), NOW)).toMatchObject({ cause: 'platform-failed', unsure: false });
  expect([400, 401, 403, 404, 409, 422].map((status) => passingFailure(answer(status), NOW))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

it('no answer to what was written leaves it open; an address that may not be asked needs somebody', () => {
  const unsureOf = (fault: OutboundFault, writes: boolean) => faultFailure(fault, { writes, canRead: true });
  expect(unsureOf(new OutboundFault('timeout', 'h', true), true)).toMatchObject({
    cause: 'no-answer',
    unsure: true,
  });
  expect(unsureOf(new OutboundFault('timeout', 'h', true), false)).toMatchObject({ unsure: false });
  expect(unsureOf(new OutboundFault('unreachable', 'h'), true)).toMatchObject({
    cause: 'unreachable',
    unsure: false,
  });
  expect(unsureOf(new OutboundFault('redirected', 'h', true), true)).toMatchObject({
    ...{ kind: 'needs-attention', cause: 'not-understood' },
  });
  expect(unsureOf(new OutboundFault('address-refused', 'h'), true)).toMatchObject({ cause: 'not-askable' });
  const page = new OutboundFault('not-json', 'h', true);
  expect(unsureOf(page, true)).toMatchObject({ kind: 'passing', cause: 'not-understood', unsure: true });
  expect(faultFailure(page, { writes: true, canRead: false })).toMatchObject({ kind: 'needs-attention' });
  expect(() => unsureOf(new Error('bug') as OutboundFault, true)).toThrow('bug');
});
