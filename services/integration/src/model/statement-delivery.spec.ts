import { deliveryAfter } from './statement-delivery';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('a statement that the store puts off', () => {
  it.each(['3600', 'Sun, 22 Nov 2026 13:00:00 GMT'])(
    'is sent no earlier than Retry-After: %s says',
    (said) => {
      const outcome = { kind: 'answered', status: 429, retryAfter: said } as const;
      const { state, cause, nextTryAt } = deliveryAfter(outcome, 1, NOW, 0);
      expect([state, cause]).toEqual(['retrying', 'busy']);
      expect(nextTryAt?.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-22T13:00:00Z'));
    },
  );

  it('is sent again in our own time where it says nothing that can be read', () => {
    const outcome = { kind: 'answered', status: 503, retryAfter: 'soon' } as const;
    expect(deliveryAfter(outcome, 1, NOW, 0).nextTryAt?.getTime()).toBeLessThan(NOW.getTime() + 3_600_000);
  });
});
