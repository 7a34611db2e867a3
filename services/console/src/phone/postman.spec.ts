import { type Delivery, Postman } from './postman';

/** Letters that wait, and a way to the room that may be closed. */
class Round {
  readonly waiting: string[] = [];
  readonly tried: string[] = [];
  open = true;
  underWay = 0;
  readonly postman = new Postman<string>({
    next: () => this.waiting[0] ?? null,
    deliver: async (letter): Promise<Delivery> => {
      this.tried.push(letter);
      this.underWay += 1;
      expect(this.underWay).toBe(1);
      await Promise.resolve();
      this.underWay -= 1;
      if (!this.open) return 'again';
      this.waiting.shift();
      return 'done';
    },
    random: () => 0.5,
  });

  put(letter: string): void {
    this.waiting.push(letter);
    this.postman.call();
  }
}

const after = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

describe('Postman', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('carries all that waits, one at a time', async () => {
    const round = new Round();
    round.put('a');
    round.put('b');
    await after(0);
    expect(round.tried).toEqual(['a', 'b']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tries after 1, 2, 4, 8, 10 s until it is delivered', async () => {
    const round = new Round();
    round.open = false;
    round.put('a');
    for (const [at, seconds] of [0, 1, 2, 4, 8, 10].entries()) {
      await after(seconds * 1_000);
      expect(round.tried).toHaveLength(at + 1);
    }
    round.open = true;
    await after(10_000);
    expect(round.waiting).toEqual([]);
  });

  it('goes at once when it is called, and not twice', async () => {
    const round = new Round();
    round.open = false;
    round.put('a');
    await after(0);
    round.open = true;
    round.postman.call();
    round.postman.call();
    await after(0);
    expect(round.tried).toEqual(['a', 'a']);
  });

  it('goes no more once it has retired, until it begins anew', async () => {
    const round = new Round();
    round.open = false;
    round.put('a');
    await after(0);
    round.postman.retire();
    await after(60_000);
    round.postman.call();
    await after(0);
    expect(round.tried).toEqual(['a']);
    round.postman.start();
    await after(0);
    expect(round.tried).toEqual(['a', 'a']);
  });
});
