import { LastKeySet } from './last-key-set';

describe('a public key set', () => {
  it('is told anew each time, and as it was told last where nobody answers', async () => {
    const deadlines: (number | undefined)[] = [];
    const told =
      (...keys: string[]) =>
      (deadlineMs?: number) => {
        deadlines.push(deadlineMs);
        return Promise.resolve(keys);
      };
    const keySet = new LastKeySet<string[]>();
    expect(await keySet.read(told('old'))).toEqual(['old']);
    expect(await keySet.read(told('old', 'new'))).toEqual(['old', 'new']);
    expect(await keySet.read(() => Promise.reject(new Error('it starts again')))).toEqual(['old', 'new']);
    expect(await keySet.read(told('new'))).toEqual(['new']);
    expect(deadlines).toEqual([undefined, 2_000, 2_000]);
  });

  it('is refused as the service refuses it where it was never told', async () => {
    const refused = new LastKeySet().read(() => Promise.reject(new Error('it starts')));
    await expect(refused).rejects.toThrow('it starts');
  });
});
