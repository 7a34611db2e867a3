import { EventEmitter } from 'node:events';
import { deidentify, identifiersIn } from '@openrounds/clinical-language';
import { ThreadedMasker, type Thread } from './threaded-masker';

const LONG = 'Mrs Alice Moore has had a cough since Monday. '.repeat(100);
const PHONE = '13812345678';

/** A thread that a test works by hand. */
class HandThread extends EventEmitter implements Thread {
  readonly given: (readonly string[])[] = [];
  ended = false;

  postMessage(texts: readonly string[]): void {
    this.given.push(texts);
  }
  answer(): void {
    this.emit('message', (this.given.at(-1) ?? []).map(identifiersIn));
  }
  terminate(): Promise<void> {
    this.ended = true;
    this.emit('exit');
    return Promise.resolve();
  }
}

class HandMasker extends ThreadedMasker {
  readonly threads: HandThread[] = [];
  protected override startThread = (): Thread => {
    const thread = new HandThread();
    this.threads.push(thread);
    return thread;
  };
  get last(): HandThread {
    const thread = this.threads.at(-1);
    if (thread === undefined) throw new Error('no thread was started');
    return thread;
  }
}

describe('ThreadedMasker', () => {
  let masker: HandMasker;

  beforeEach(() => {
    jest.useFakeTimers();
    masker = new HandMasker();
  });
  afterEach(async () => {
    await masker.beforeApplicationShutdown();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('searches short texts at once, without a thread', async () => {
    const mask = await masker.read([`ring ${PHONE}`]);
    expect(mask(`ring ${PHONE}`).text).toBe('ring [phone]');
    expect(masker.threads).toEqual([]);
  });

  it('has long texts searched by the thread, one list after the other, and masks them by what it found', async () => {
    const [first, second] = [masker.read([LONG, `ring ${PHONE}`]), masker.read([LONG])];
    expect(masker.last.given).toHaveLength(1);
    masker.last.answer();
    const mask = await first;
    expect(mask(LONG).text).toBe(deidentify(LONG).text);
    expect(mask(`ring ${PHONE}`).text).toBe('ring [phone]');
    masker.last.answer();
    expect((await second)(LONG).masked).toEqual(deidentify(LONG).masked);
    expect(masker.threads).toHaveLength(1);
  });

  it('masks a text that it was not asked about as well', async () => {
    const reading = masker.read([LONG]);
    masker.last.answer();
    expect((await reading)(`ring ${PHONE}`).text).toBe('ring [phone]');
  });

  it('refuses when too many wait', async () => {
    const waiting = Array.from({ length: 32 }, () => masker.read([LONG]));
    await expect(masker.read([LONG])).rejects.toMatchObject({ code: 'overloaded', retryAfterSeconds: 2 });
    for (const each of waiting) {
      masker.last.answer();
      await each;
    }
  });

  it.each([
    ['ends by itself', (thread: HandThread) => thread.emit('exit')],
    ['breaks', (thread: HandThread) => thread.emit('error')],
    ['does not answer', () => jest.advanceTimersByTime(30_000)],
  ])('tells whoever was served by a thread that %s, and goes on with a new one', async (_what, break_) => {
    const [first, second] = [masker.read([LONG]), masker.read([LONG])];
    const failed = expect(first).rejects.toMatchObject({ code: 'dependency-unavailable' });
    const [broken] = masker.threads;
    if (broken === undefined) throw new Error('no thread was started');
    break_(broken);
    await failed;
    expect(broken.ended).toBe(true);
    masker.last.answer();
    expect((await second)(LONG).text).toBe(deidentify(LONG).text);
    expect(masker.threads).toHaveLength(2);
  });

  it('lets a thread go that was not needed for a minute', async () => {
    const reading = masker.read([LONG]);
    masker.last.answer();
    await reading;
    jest.advanceTimersByTime(59_999);
    expect(masker.last.ended).toBe(false);
    jest.advanceTimersByTime(1);
    expect(masker.last.ended).toBe(true);
  });
});
