import { principals, TestClock } from '@openrounds/testing';
import { MemoryCredentials } from '../../test/doubles/memory-credentials';
import { sha256 } from './sha256';
import { UseSession } from './use-session';

const IDLE_SECONDS = 3600;
const LASTS_SECONDS = 12 * 3600;
const TOKEN = 'token';

async function sessionOpened() {
  const clock = new TestClock();
  const credentials = new MemoryCredentials();
  const after = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000);
  const session = {
    ...{ principal: principals.build(), csrfToken: 'csrf' },
    ...{ expiresAt: after(LASTS_SECONDS), idleAt: after(IDLE_SECONDS) },
  };
  await credentials.addSession(sha256(TOKEN), session);
  const kept = jest.spyOn(credentials, 'keepSession');
  return { clock, credentials, kept, use: new UseSession(credentials, clock, { idleSeconds: IDLE_SECONDS }) };
}

describe('a browser session', () => {
  it('ends when it is not used for an hour', async () => {
    const { clock, use } = await sessionOpened();
    clock.advance(IDLE_SECONDS - 1);
    expect(await use.execute(TOKEN)).toBeDefined();
    clock.advance(IDLE_SECONDS - 1);
    expect(await use.execute(TOKEN)).toBeDefined();
    clock.advance(IDLE_SECONDS);
    expect(await use.execute(TOKEN)).toBeUndefined();
  });

  it('ends in its time, however much it is used', async () => {
    const { clock, use } = await sessionOpened();
    for (let seconds = 0; seconds < LASTS_SECONDS - 600; seconds += 600) {
      clock.advance(600);
      expect(await use.execute(TOKEN)).toBeDefined();
    }
    clock.advance(600);
    expect(await use.execute(TOKEN)).toBeUndefined();
  });

  it('is written to once a minute at most', async () => {
    const { clock, kept, use } = await sessionOpened();
    for (let second = 0; second < 120; second += 1) {
      clock.advance(1);
      await use.execute(TOKEN);
    }
    expect(kept).toHaveBeenCalledTimes(2);
  });

  describe('while somebody listens', () => {
    /** A heartbeat each 15 seconds, for so long. */
    async function* heartbeats(clock: TestClock, seconds: number): AsyncGenerator<number> {
      for (let told = 0; told < seconds; told += 15) {
        clock.advance(15);
        yield await Promise.resolve(told);
      }
    }
    const countOf = async (events: AsyncIterable<unknown>): Promise<number> => {
      let count = 0;
      for await (const _event of events) count += 1;
      return count;
    };

    it('goes on: a lecture is longer than an hour', async () => {
      const { clock, use } = await sessionOpened();
      const lecture = 3 * 3600;
      expect(await countOf(use.during(TOKEN, heartbeats(clock, lecture)))).toBe(lecture / 15);
      expect(await use.execute(TOKEN)).toBeDefined();
    });

    it('tells nothing more within a minute once it is ended', async () => {
      const { clock, credentials, use } = await sessionOpened();
      await credentials.endSession(sha256(TOKEN));
      expect(await countOf(use.during(TOKEN, heartbeats(clock, 3600)))).toBeLessThanOrEqual(4);
    });

    it('sends nobody away who cannot be looked up, nor who came without a session', async () => {
      const { clock, credentials, use } = await sessionOpened();
      jest.spyOn(credentials, 'findSession').mockRejectedValue(new Error('the database is away'));
      expect(await countOf(use.during(TOKEN, heartbeats(clock, 600)))).toBe(40);
      expect(await countOf(use.during(undefined, heartbeats(clock, 600)))).toBe(40);
    });
  });
});
