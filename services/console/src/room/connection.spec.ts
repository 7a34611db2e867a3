import {
  type Link,
  OPENING_MS,
  POLL_MS,
  RoomConnection,
  SILENCE_MS,
  type StreamListener,
} from './connection';

/** A server and a browser that do as the test says. */
class Hall {
  answers = true;
  hasStream = true;
  looks = 0;
  opened = 0;
  closed = 0;
  readonly links: Link[] = [];
  stream: StreamListener | null = null;
  readonly connection = new RoomConnection({
    look: () => {
      this.looks += 1;
      return this.answers ? Promise.resolve() : Promise.reject(new Error('no answer'));
    },
    listen: (listener) => {
      if (!this.hasStream) return null;
      this.opened += 1;
      this.stream = listener;
      return () => {
        this.closed += 1;
      };
    },
    onLink: (link) => this.links.push(link),
    random: () => 0.5,
  });

  async started(): Promise<this> {
    this.connection.start();
    await this.after(0);
    return this;
  }

  after(milliseconds: number): Promise<void> {
    return jest.advanceTimersByTimeAsync(milliseconds);
  }

  get link(): Link | undefined {
    return this.links.at(-1);
  }
}

describe('RoomConnection', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('looks once, then is told', async () => {
    const hall = await new Hall().started();
    hall.stream?.onOpen();
    expect(hall.link).toBe('live');
    await hall.after(SILENCE_MS - 1);
    expect([hall.looks, hall.opened]).toEqual([1, 1]);
  });

  it('asks beside a stream that has fallen silent, and keeps it', async () => {
    const hall = await new Hall().started();
    hall.stream?.onOpen();
    await hall.after(SILENCE_MS - 1);
    hall.stream?.onSign();
    await hall.after(SILENCE_MS - 1);
    expect(hall.looks).toBe(1);
    await hall.after(SILENCE_MS);
    expect([hall.looks, hall.opened, hall.closed]).toEqual([2, 1, 0]);
    expect(hall.link).toBe('live');
  });

  it('asks every few seconds where no stream holds, and tries the stream each time', async () => {
    const hall = await new Hall().started();
    for (let time = 1; time <= 5; time += 1) {
      hall.stream?.onError();
      await hall.after(POLL_MS);
    }
    expect([hall.looks, hall.opened, hall.link]).toEqual([6, 6, 'polling']);
    hall.stream?.onOpen();
    expect(hall.link).toBe('live');
  });

  it('does not wait for ever for a stream that neither opens nor fails', async () => {
    const hall = await new Hall().started();
    await hall.after(OPENING_MS + POLL_MS);
    expect([hall.looks, hall.opened, hall.closed, hall.link]).toEqual([2, 2, 1, 'polling']);
  });

  it('asks every few seconds where the browser knows no streams', async () => {
    const hall = new Hall();
    hall.hasStream = false;
    await hall.started();
    await hall.after(3 * POLL_MS);
    expect([hall.looks, hall.link]).toEqual([4, 'polling']);
  });

  it('waits 1, 2, 4, 8, 10, 10 s where nobody answers, and is back by itself', async () => {
    const hall = await new Hall().started();
    hall.stream?.onOpen();
    hall.answers = false;
    hall.stream?.onError();
    expect(hall.link).toBe('lost');
    for (const [seconds, looks] of [
      [1, 2],
      [2, 3],
      [4, 4],
      [8, 5],
      [10, 6],
    ] as const) {
      await hall.after(seconds * 1_000 - 1);
      expect(hall.looks).toBe(looks - 1);
      await hall.after(1);
      expect(hall.looks).toBe(looks);
      hall.stream?.onError();
    }
    hall.answers = true;
    await hall.after(10_000);
    hall.stream?.onOpen();
    expect(hall.link).toBe('live');
  });

  it('comes back at once when it is woken', async () => {
    const hall = await new Hall().started();
    hall.stream?.onOpen();
    hall.stream?.onError();
    hall.connection.wake();
    await hall.after(0);
    expect(hall.opened).toBe(2);
    hall.stream?.onOpen();
    hall.connection.wake();
    await hall.after(0);
    expect([hall.looks, hall.opened]).toEqual([3, 2]);
  });

  it('does nothing any more once it is stopped', async () => {
    const hall = await new Hall().started();
    const { stream } = hall;
    stream?.onOpen();
    hall.connection.stop();
    stream?.onError();
    hall.connection.wake();
    await hall.after(60_000);
    expect([hall.looks, hall.opened, hall.closed]).toEqual([1, 1, 1]);
  });

  it('hears no stream of an earlier try', async () => {
    const hall = await new Hall().started();
    const { stream } = hall;
    hall.connection.wake();
    await hall.after(0);
    stream?.onOpen();
    expect(hall.link).toBe('polling');
  });
});
