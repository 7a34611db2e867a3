import { DomainError } from '@openrounds/contracts';
import { principals } from '@openrounds/testing';
import { RateLimit, type Sender } from './rate-limit';

const PER_MINUTE = 3;
const LIMITS = { requests: PER_MINUTE, bytes: 1_000, unknownRequests: PER_MINUTE };
const teacher = principals.build();
const local = principals.build({ tenantId: 'local', subject: 'local' });

const takeMany = async (limit: RateLimit, times: number, principal = teacher, fromLoopback = false) => {
  for (let time = 0; time < times; time += 1) await limit.take(principal, fromLoopback);
};

describe('RateLimit', () => {
  it('lets a principal ask so often a minute, and tells when to come back', async () => {
    const limit = new RateLimit(LIMITS, false);
    await takeMany(limit, PER_MINUTE);
    const refused = limit.take(teacher, false);
    await expect(refused).rejects.toMatchObject({ code: 'rate-limited' });
    await refused.catch(({ retryAfterSeconds }: { retryAfterSeconds: number }) => {
      expect(retryAfterSeconds).toBeGreaterThanOrEqual(1);
      expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    });
  });

  it('counts each principal for itself, whatever its names look like', async () => {
    const limit = new RateLimit(LIMITS, false);
    await takeMany(limit, PER_MINUTE, principals.build({ tenantId: 'a","b', subject: 'c' }));
    await takeMany(limit, PER_MINUTE, principals.build({ tenantId: 'a', subject: 'b","c' }));
    await takeMany(limit, PER_MINUTE, principals.build({ subject: 'teacher-2' }));
  });

  it.each([
    { embedded: true, fromLoopback: true, principal: local, limited: false },
    { embedded: true, fromLoopback: false, principal: local, limited: true },
    { embedded: true, fromLoopback: true, principal: teacher, limited: true },
    { embedded: false, fromLoopback: true, principal: local, limited: true },
  ])(
    'embedded $embedded, loopback $fromLoopback, tenant $principal.tenantId → limited: $limited',
    async ({ embedded, fromLoopback, principal, limited }) => {
      const many = takeMany(new RateLimit(LIMITS, embedded), PER_MINUTE + 1, principal, fromLoopback);
      await (limited
        ? expect(many).rejects.toMatchObject({ code: 'rate-limited' })
        : expect(many).resolves.toBeUndefined());
    },
  );

  it.each<[string, Sender, Sender]>([
    [
      'a principal',
      { principal: teacher, direct: false },
      { principal: principals.build({ subject: 'teacher-2' }), direct: false },
    ],
    [
      'somebody in a room',
      { seat: { participantId: '192.0.2.7' } },
      { seat: { participantId: '192.0.2.8' } },
    ],
    ['an address', { address: '192.0.2.7' }, { address: '192.0.2.8' }],
  ])('weighs what %s sends: the bytes of a minute, however few the requests', async (_who, sender, other) => {
    const limit = new RateLimit(LIMITS, false);
    await limit.weigh(sender, 600);
    await limit.weigh(sender, 400);
    await limit.weigh(sender, 0);
    await expect(limit.weigh(sender, 1)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: expect.any(Number) as number,
    });
    await limit.weigh(other, 1_000);
  });

  it('weighs nothing of the local user on this machine', async () => {
    const limit = new RateLimit(LIMITS, true);
    await limit.weigh({ principal: local, direct: true }, 2_000);
    await expect(limit.weigh({ principal: local, direct: false }, 2_000)).rejects.toMatchObject({
      code: 'rate-limited',
    });
  });

  it('counts whoever is not known by address, and holds up nobody who is', async () => {
    const limit = new RateLimit(LIMITS, true);
    for (let time = 0; time < PER_MINUTE; time += 1) await limit.takeUnknown('192.0.2.7');
    await expect(limit.takeUnknown('192.0.2.7')).rejects.toMatchObject({ code: 'rate-limited' });
    await limit.takeUnknown('192.0.2.8');
    await limit.take(teacher, false);
  });

  it('lets a class launch from one address, apart from all else that comes from there', async () => {
    const limit = new RateLimit(LIMITS, true);
    for (let time = 0; time < PER_MINUTE; time += 1) await limit.takeUnknown('192.0.2.7');
    for (let time = 0; time < 1_200; time += 1) await limit.takeLaunch('192.0.2.7');
    await expect(limit.takeLaunch('192.0.2.7')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: expect.any(Number) as number,
    });
    await limit.takeLaunch('192.0.2.8');
  });

  describe('in rooms', () => {
    const limit = () => new RateLimit(LIMITS, false);
    const missing = () => Promise.reject(new DomainError('not-found'));

    it('counts codes that were tried in vain, and lets a hall behind one address in', async () => {
      const limits = limit();
      for (let time = 0; time < 100; time += 1)
        await expect(limits.seek('192.0.2.7', () => Promise.resolve('found'))).resolves.toBe('found');
      for (let time = 0; time < 30; time += 1)
        await expect(limits.seek('192.0.2.7', missing)).rejects.toMatchObject({ code: 'not-found' });
      const look = jest.fn(missing);
      await expect(limits.seek('192.0.2.7', look)).rejects.toMatchObject({ code: 'rate-limited' });
      expect(look).not.toHaveBeenCalled();
      await expect(limits.seek('192.0.2.8', missing)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('counts no other failure as a miss', async () => {
      const limits = limit();
      for (let time = 0; time < 40; time += 1) {
        const failing = limits.seek('192.0.2.7', () => Promise.reject(new DomainError('overloaded')));
        await expect(failing).rejects.toMatchObject({ code: 'overloaded' });
      }
    });

    it('lets a participant ask sixty times a minute', async () => {
      const limits = limit();
      for (let time = 0; time < 60; time += 1) await limits.takeSeat({ participantId: 'one' });
      await expect(limits.takeSeat({ participantId: 'one' })).rejects.toMatchObject({ code: 'rate-limited' });
      await limits.takeSeat({ participantId: 'another' });
    });

    it('lets a participant comment five times a minute', async () => {
      const limits = limit();
      for (let time = 0; time < 5; time += 1) await limits.takeComment({ participantId: 'one' });
      await expect(limits.takeComment({ participantId: 'one' })).rejects.toMatchObject({
        code: 'rate-limited',
      });
      await limits.takeComment({ participantId: 'another' });
    });

    it('lets five hundred join a room in a second', async () => {
      jest.useFakeTimers();
      const limits = limit();
      const joins = await Promise.allSettled(Array.from({ length: 510 }, () => limits.takeJoin('room')));
      expect(joins.filter(({ status }) => status === 'rejected')).toHaveLength(10);
      await limits.takeJoin('another room');
      await jest.advanceTimersByTimeAsync(1_001);
      await limits.takeJoin('room');
      jest.useRealTimers();
    });
  });
});
