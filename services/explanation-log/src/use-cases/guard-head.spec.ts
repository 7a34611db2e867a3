import { createLogger } from '@openrounds/platform';
import { MemoryOfHeads } from '../../test/fixtures/log-rig';
import { GuardHead } from './guard-head';

const head = (size: number, digit: string) => ({ size, rootHash: digit.repeat(64) });
const quiet = createLogger('explanation-log', 'silent');
const nodesAt = () => Promise.resolve([]);

describe('GuardHead', () => {
  it('tells a doubt once, and that it is over', async () => {
    const memory = new MemoryOfHeads();
    memory.remembered = head(5, 'a');
    const told: string[] = [];
    const tell = (line: unknown) => told.push(String(line));
    const guard = new GuardHead(memory, { error: tell, info: tell });
    for (let times = 0; times < 3; times += 1)
      await expect(guard.admit(head(4, 'b'), nodesAt)).rejects.toThrow('went back');
    await guard.admit(head(5, 'a'), nodesAt);
    await guard.admit(head(5, 'a'), nodesAt);
    expect(told).toEqual([expect.stringContaining('went back'), 'the log goes on']);
  });

  it('does not doubt a head that was committed while it was looking', async () => {
    const memory = new MemoryOfHeads();
    memory.remembered = head(5, 'a');
    const guard = new GuardHead(memory, quiet);
    const readHead = () => {
      memory.remembered = head(6, 'b');
      return Promise.resolve(head(5, 'a'));
    };
    expect(await guard.check(readHead, nodesAt)).toEqual(head(5, 'a'));
  });

  it.each([
    ['the same', head(5, 'a')],
    ['a later one', head(7, 'b')],
  ])('goes on after a restore when an operator has said so only, were the head %s', async (_what, held) => {
    const memory = new MemoryOfHeads();
    memory.remembered = { ...head(5, 'a'), restoredFrom: '2026-11-23T07:40:00.000Z' };
    const guard = new GuardHead(memory, quiet);
    await expect(guard.admit(held, nodesAt)).rejects.toThrow(
      /restored from the backup of 2026-11-23T07:40.*it holds \d entries.*had come to 5 entries/,
    );
    memory.remembered = held;
    await guard.admit(held, nodesAt);
  });

  it('believes no memory that cannot be read', async () => {
    const memory = new MemoryOfHeads();
    memory.recall = () => Promise.reject(Object.assign(new Error('/some/place'), { code: 'EACCES' }));
    await expect(
      new GuardHead(memory, quiet).check(() => Promise.resolve(head(5, 'a')), nodesAt),
    ).rejects.toThrow('the remembered head cannot be read: EACCES');
  });
});
