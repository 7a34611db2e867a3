import { PassThrough } from 'node:stream';
import { Progress } from './progress';

describe('Progress', () => {
  const terminal = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('tells on a terminal what is being done and for how long, and leaves the line empty', async () => {
    const err = terminal(true);
    let end: (value: string) => void = () => undefined;
    const work = new Progress(err).during(
      'book.pdf, 1 of 2',
      () => new Promise<string>((done) => (end = done)),
    );
    jest.advanceTimersByTime(3_000);
    end('done');
    expect(await work).toBe('done');
    const told = String(err.read());
    expect(told).toMatch(/^\rbook.pdf, 1 of 2, 0 s .*\rbook.pdf, 1 of 2, 3 s .*\r {20,}\r$/s);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tells how far it is as soon as that is known, and goes on where it cannot be asked', async () => {
    const err = terminal(true);
    const said = [undefined, '12 of 300 passages'];
    let asked = 0;
    let end: (value: string) => void = () => undefined;
    const work = new Progress(err).during(
      'book.pdf',
      () => new Promise<string>((done) => (end = done)),
      () => {
        asked += 1;
        return asked > said.length ? Promise.reject(new Error('busy')) : Promise.resolve(said[asked - 1]);
      },
    );
    await jest.advanceTimersByTimeAsync(4_000);
    end('done');
    expect(await work).toBe('done');
    expect(asked).toBe(4);
    const told = String(err.read());
    expect(told).toMatch(
      /\rbook.pdf, 1 s .*\rbook.pdf, 12 of 300 passages, 2 s .*\rbook.pdf, 12 of 300 passages, 4 s /s,
    );
    expect(told).toMatch(/\r {34,}\r$/);
  });

  it('says nothing anywhere else, and stops where the work fails', async () => {
    const file = terminal(false);
    const failing = () => Promise.reject(new Error('refused'));
    await expect(new Progress(file).during('book.pdf', failing)).rejects.toThrow('refused');
    expect(file.read()).toBeNull();
    await expect(new Progress(terminal(true)).during('book.pdf', failing)).rejects.toThrow('refused');
    expect(jest.getTimerCount()).toBe(0);
  });
});
