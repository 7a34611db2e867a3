import { OutboundFault, type OutboundHttp } from '@openrounds/outbound-http';
import { TestClock } from '@openrounds/testing';
import { KeptEhrKeySets } from './kept-ehr-key-sets';

const URL_OF_KEYS = 'https://ehr.example/keys';
const key = (kid: string) => ({ kid, kty: 'EC' });
const MINUTE = 60;

describe('key sets', () => {
  let asked = 0;
  let published: unknown;
  const outbound: OutboundHttp = {
    ask: () => {
      asked += 1;
      if (published === undefined) return Promise.reject(new OutboundFault('unreachable', 'ehr.example'));
      return Promise.resolve({ status: 200, headers: {}, json: published, text: '' });
    },
  };
  const clock = new TestClock();
  let sets: KeptEhrKeySets;
  const keyOf = async (kid: string) => (await sets.keyOf(URL_OF_KEYS, kid))?.kid;

  beforeEach(() => {
    asked = 0;
    published = { keys: [key('a')] };
    sets = new KeptEhrKeySets(outbound, clock);
  });

  it('are read once for ten minutes, also by those who ask at once', async () => {
    expect(await Promise.all([keyOf('a'), keyOf('a'), keyOf('a')])).toEqual(['a', 'a', 'a']);
    clock.advance(9 * MINUTE);
    expect([await keyOf('a'), asked]).toEqual(['a', 1]);
    clock.advance(2 * MINUTE);
    expect([await keyOf('a'), asked]).toEqual(['a', 2]);
  });

  it('are read again for a new key, but not for each name that somebody makes up', async () => {
    await keyOf('a');
    clock.advance(MINUTE);
    published = { keys: [key('b')] };
    expect([await keyOf('b'), asked]).toEqual(['b', 2]);
    for (let n = 0; n < 100; n += 1) expect(await keyOf(`made-up-${String(n)}`)).toBeUndefined();
    expect(asked).toBe(2);
  });

  it('are good for a day while nobody answers', async () => {
    await keyOf('a');
    published = undefined;
    clock.advance(23 * 60 * MINUTE);
    expect(await keyOf('a')).toBe('a');
    clock.advance(2 * 60 * MINUTE);
    expect(await keyOf('a')).toBeUndefined();
  });
});
