import { generateKeyPairSync } from 'node:crypto';
import { verifyCheckpoint } from '@openrounds/transparency-log';
import { HeadInDoubt } from '../../src/use-cases/guard-head';
import { finishedRuns, openLogRig, type LogProcess, type LogRig } from '../fixtures/log-rig';

const NOTHING = { llm: undefined, guidelines: undefined };

describe('a database that was put back', () => {
  let rig: LogRig;

  beforeEach(async () => {
    rig = await openLogRig();
  });

  afterEach(() => rig.close());

  const append = async (count: number, process: LogProcess = rig): Promise<void> => {
    for (const run of finishedRuns.buildList(count)) await process.finalise.execute(run, NOTHING);
  };
  const expectRefused = async (process: LogProcess, why: RegExp): Promise<void> => {
    await expect(append(1, process)).rejects.toThrow(why);
    await expect(process.read.checkpoint()).rejects.toThrow(why);
    await expect(process.log.checkHead()).rejects.toThrow(HeadInDoubt);
  };

  it('is neither appended to nor signed, whichever process asks', async () => {
    await append(3);
    const backup = await rig.backUp();
    await append(2);
    const signed = await rig.read.checkpoint();
    await backup.restore();
    const before = await rig.log.head();
    await expectRefused(rig, /went back: it holds 3 entries.*had come to 5/);
    await expectRefused(rig.another(), /went back/);
    expect(await rig.log.head()).toEqual(before);
    expect(rig.memory.remembered).toEqual({ size: signed.size, rootHash: signed.rootHash });
  });

  it('is noticed although nobody ever asked for a signature', async () => {
    await append(2);
    const backup = await rig.backUp();
    await append(3);
    await backup.restore();
    await expectRefused(rig.another(), /went back/);
  });

  it('is noticed although it has grown past the signed size by then, with other entries', async () => {
    await append(3);
    const backup = await rig.backUp();
    await append(2);
    await rig.read.checkpoint();
    const { remembered } = rig.memory;
    await backup.restore();
    rig.memory.remembered = undefined;
    await append(4, rig.another());
    rig.memory.remembered = remembered;
    await expectRefused(rig.another(), /another log/);
  });

  it('goes on once an operator has said that its head is the true one', async () => {
    await append(1);
    const backup = await rig.backUp();
    await append(2);
    await backup.restore();
    await expect(append(1)).rejects.toThrow(HeadInDoubt);
    rig.memory.remembered = await rig.log.head();
    await append(1);
    expect((await rig.read.checkpoint()).size).toBe(2);
    await rig.log.checkHead();
  });

  it('still answers with what it holds', async () => {
    const run = finishedRuns.build();
    const first = await rig.finalise.execute(run, NOTHING);
    const backup = await rig.backUp();
    await append(2);
    await backup.restore();
    expect(await rig.finalise.execute(run, NOTHING)).toEqual(first);
    expect(await rig.read.entry('school', 0)).toMatchObject({ leafHash: first.logEntry.leafHash });
  });
});

describe('a database that goes forward', () => {
  let rig: LogRig;

  beforeEach(async () => {
    rig = await openLogRig();
  });

  afterEach(() => rig.close());

  const append = (count: number, process: LogProcess = rig): Promise<unknown> =>
    Promise.all(finishedRuns.buildList(count).map((run) => process.finalise.execute(run, NOTHING)));

  it('is appended to and signed by several processes by turns', async () => {
    const other = rig.another();
    await Promise.all([append(10), append(10, other), rig.read.checkpoint(), other.read.checkpoint()]);
    await append(1);
    await append(1, other);
    expect((await rig.read.checkpoint()).size).toBe(22);
    await other.log.checkHead();
  });

  it('is not blocked by a crash between remembering and committing', async () => {
    await append(3);
    rig.memory.remembered = await rig.log.head();
    const restarted = rig.another();
    await append(2, restarted);
    expect((await restarted.read.checkpoint()).size).toBe(5);
  });

  it('is not blocked by a crash between committing and remembering', async () => {
    await append(2);
    const remembered = await rig.log.head();
    await append(5);
    rig.memory.remembered = remembered;
    const restarted = rig.another();
    await restarted.log.checkHead();
    await append(1, restarted);
    expect((await restarted.read.checkpoint()).size).toBe(8);
  });

  it('waits while its head cannot be remembered', async () => {
    await append(1);
    rig.memory.broken = Object.assign(new Error('/secret/place'), { code: 'ENOSPC' });
    await expect(append(1)).rejects.toThrow('the log’s head cannot be remembered: ENOSPC'.replace('’', "'"));
    rig.memory.broken = undefined;
    await append(1);
    expect(await rig.log.head()).toMatchObject({ size: 2 });
  });

  it('goes on where its head was remembered and yet an error was returned', async () => {
    await append(1);
    const before = await rig.log.head();
    rig.memory.brokenBehind = Object.assign(new Error('/secret/place'), { code: 'EIO' });
    await expect(append(1)).rejects.toThrow("the log's head cannot be remembered: EIO");
    expect(await rig.log.head()).toEqual(before);
    await expect(rig.read.checkpoint()).resolves.toMatchObject(before);
    rig.memory.brokenBehind = undefined;
    await append(1);
    expect(await rig.read.checkpoint()).toMatchObject({ size: 2 });
    await rig.another().log.checkHead();
  });

  it('is signed with the key of now, also at a size that was signed with another key before', async () => {
    await append(2);
    const first = await rig.read.checkpoint();
    const rotated = rig.another({ key: generateKeyPairSync('ed25519').privateKey });
    const second = await rotated.read.checkpoint();
    expect(second.publicKey).not.toBe(first.publicKey);
    expect(verifyCheckpoint(second.note, second.publicKey)).toEqual(
      verifyCheckpoint(first.note, first.publicKey),
    );
  });

  it('never signs a second root for a size that its own table knows', async () => {
    await append(2);
    const head = await rig.log.head();
    await rig.dataSource.query('INSERT INTO checkpoints (size, root_hash) VALUES ($1, $2)', [
      head.size,
      '0'.repeat(64),
    ]);
    await expect(rig.read.checkpoint()).rejects.toThrow(/signed with another root/);
  });
});
