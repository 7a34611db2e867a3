import { generateKeyPairSync } from 'node:crypto';
import { TestClock } from '@openrounds/testing';
import { parseNote, witness, witnessVerifier } from '@openrounds/transparency-log';
import { AddCosignature } from '../../src/use-cases/add-cosignature';
import { finishedRuns, openLogRig, type LogProcess, type LogRig } from '../fixtures/log-rig';

const NOTHING = { llm: undefined, guidelines: undefined };
const meta = { tenantId: 'school', requestId: 'request-1' };
const newWitness = (name: string) => witness(name, generateKeyPairSync('ed25519').privateKey);

describe('what witnesses sign of the log', () => {
  const [one, two, stranger] = ['one', 'two', 'stranger'].map((name) => newWitness(`${name}.example`));
  if (one === undefined || two === undefined || stranger === undefined) throw new Error('three witnesses');
  const witnesses = [one, two].map(({ verifierKey }) => witnessVerifier(verifierKey));
  const clock = new TestClock();
  let rig: LogRig;
  let log: LogProcess;
  let add: AddCosignature;

  beforeAll(async () => {
    rig = await openLogRig();
    log = rig.another({ witnesses });
    add = new AddCosignature(log.log, { name: 'log.example' }, witnesses, clock);
  });
  afterAll(() => rig.close());

  const append = () => log.finalise.execute(finishedRuns.build(), NOTHING);
  const signedNow = async (by: typeof one, secondsLater = 0) => {
    const { size, note } = await log.read.checkpoint();
    const at = new Date(clock.now().getTime() + secondsLater * 1000);
    return { size, cosignature: by.cosign(parseNote(note).text, at).trimEnd() };
  };

  it('stands below the head that it was signed of, the latest of each witness, and is found when the log went on', async () => {
    await append();
    await expect(log.read.checkpoint(true)).rejects.toMatchObject({ code: 'not-found' });
    const sent = [await signedNow(two), await signedNow(one, 60), await signedNow(one)];
    for (const each of sent) await add.execute({ meta, ...each });
    const lines = [sent[1], sent[0]].map((each) => `${each?.cosignature ?? ''}\n`);
    const witnessed = await log.read.checkpoint();
    expect(witnessed).toMatchObject({ size: 1, cosignatures: lines });
    await append();
    expect(await log.read.checkpoint()).toMatchObject({ size: 2, cosignatures: [] });
    expect(await log.read.checkpoint(true)).toEqual(witnessed);
  });

  it('is served of those alone who are configured', async () => {
    const alone = rig.another({ witnesses: witnesses.slice(1) });
    expect((await alone.read.checkpoint(true)).cosignatures).toEqual([
      expect.stringMatching(/^— two.example /),
    ]);
    await expect(rig.another().read.checkpoint(true)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is taken of nobody else, of no other head, and not from the future', async () => {
    const good = await signedNow(one);
    const refused = [
      [await signedNow(stranger), 'forbidden'],
      [{ ...good, size: 9 }, 'not-found'],
      [{ ...good, size: 1 }, 'invalid-request'],
      [await signedNow(one, 3600), 'invalid-request'],
      [{ ...good, cosignature: good.cosignature.replace(/.{8}==$/, 'AAAAAAAA==') }, 'invalid-request'],
      [{ ...good, cosignature: good.cosignature.replace(/.==$/, 'B==') }, 'invalid-request'],
    ] as const;
    for (const [sent, code] of refused)
      await expect(add.execute({ meta, ...sent })).rejects.toMatchObject({ code });
    expect((await log.read.checkpoint()).cosignatures).toEqual([]);
  });

  it('is neither taken nor signed again of a root that is not that of the tree', async () => {
    const sent = await signedNow(one);
    await add.execute({ meta, ...sent });
    const { rootHash } = await log.read.checkpoint();
    await append();
    await rig.tamper(
      `UPDATE checkpoints SET root_hash = reverse(root_hash) WHERE size = ${String(sent.size)}`,
    );
    await expect(log.read.checkpoint(true)).rejects.toThrow(/signed with a root that is not theirs/);
    await expect(add.execute({ meta, ...sent })).rejects.toThrow(/signed with a root that is not theirs/);
    await rig.tamper(
      `UPDATE checkpoints SET root_hash = reverse(root_hash) WHERE size = ${String(sent.size)}`,
    );
    expect(await log.read.checkpoint(true)).toMatchObject({ size: sent.size, rootHash });
  });

  it('is not served while the head is in doubt', async () => {
    const { remembered } = rig.memory;
    rig.memory.remembered = { size: 9, rootHash: 'f'.repeat(64) };
    await expect(log.read.checkpoint(true)).rejects.toThrow(/went back/);
    rig.memory.remembered = remembered;
  });
});
