import { generateKeyPairSync } from 'node:crypto';
import { type OutboundAnswer, OutboundFault } from '@openrounds/outbound-http';
import { CachedKeySets } from './cached-key-sets';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PLATFORM = { id: 'platform', keySetUrl: 'https://lms.example/keys' };
const HOUR = 3_600_000;

/** A platform with these keys now, and a clock that is moved. */
function opened() {
  const state = { kids: ['k1'], away: false, asked: 0, now: 0 };
  const ask = async (): Promise<OutboundAnswer> => {
    state.asked += 1;
    await Promise.resolve();
    if (state.away) throw new OutboundFault('timeout', 'lms.example');
    const keys = state.kids.map((kid) => ({ ...publicKey.export({ format: 'jwk' }), kid }));
    return { status: 200, headers: {}, text: '', json: { keys } };
  };
  const sets = new CachedKeySets({ ask }, { now: () => new Date(state.now) });
  const has = async (kid: string) => (await sets.keyOf(PLATFORM, kid))?.kid === kid;
  return { state, has };
}

it('keys are asked for once in ten minutes, and once by many who wait', async () => {
  const { state, has } = opened();
  expect(await Promise.all(Array.from({ length: 20 }, () => has('k1')))).not.toContain(false);
  expect(state.asked).toBe(1);
  state.now = 599_000;
  expect([await has('k1'), state.asked]).toEqual([true, 1]);
  state.now = 601_000;
  expect([await has('k1'), state.asked]).toEqual([true, 2]);
});

it('a key that was rotated in is found at once; a hundred made-up ids ask once in thirty seconds', async () => {
  const { state, has } = opened();
  await has('k1');
  state.kids = ['k2'];
  expect([await has('k2'), state.asked]).toEqual([true, 2]);
  for (let n = 0; n < 100; n += 1) expect(await has(`made-up-${String(n)}`)).toBe(false);
  expect(state.asked).toBe(2);
  state.now = 30_001;
  expect([await has('made-up'), state.asked]).toEqual([false, 3]);
});

it('a platform that is away is believed by its last keys for a day, and asked twice a minute', async () => {
  const { state, has } = opened();
  await has('k1');
  Object.assign(state, { away: true, now: HOUR });
  expect([await has('k1'), await has('k1'), state.asked]).toEqual([true, true, 2]);
  state.now = 25 * HOUR;
  await expect(has('k1')).rejects.toMatchObject({ code: 'lti-keys-unreachable' });
});

it('one that never answered is told as unreachable', async () => {
  const { state, has } = opened();
  state.away = true;
  await expect(has('k1')).rejects.toMatchObject({ code: 'lti-keys-unreachable', reason: 'keys' });
});
