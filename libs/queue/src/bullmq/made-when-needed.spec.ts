import { MadeWhenNeeded } from './made-when-needed';

const thing = (ready: Promise<unknown>) => ({
  waitUntilReady: () => ready,
  close: jest.fn(() => Promise.resolve()),
});

describe('what is made when it is needed', () => {
  it('is made once', async () => {
    const make = jest.fn(() => thing(Promise.resolve()));
    const lazy = new MadeWhenNeeded(make);
    expect(make).not.toHaveBeenCalled();
    const made = lazy.get();
    await made.waitUntilReady();
    expect(lazy.get()).toBe(made);
    await lazy.close();
    expect(made.close).toHaveBeenCalledTimes(1);
  });

  it('is made again, and the first one closed, where that did not become ready', async () => {
    const away = thing(Promise.reject(new Error('Command timed out')));
    const there = thing(Promise.resolve());
    const lazy = new MadeWhenNeeded(jest.fn().mockReturnValueOnce(away).mockReturnValueOnce(there));
    await expect(lazy.get().waitUntilReady()).rejects.toThrow();
    expect(lazy.get()).toBe(there);
    expect(away.close).toHaveBeenCalledTimes(1);
  });

  it('is nothing to close where nobody needed it', async () => {
    const make = jest.fn(() => thing(Promise.resolve()));
    await new MadeWhenNeeded(make).close();
    expect(make).not.toHaveBeenCalled();
  });
});
