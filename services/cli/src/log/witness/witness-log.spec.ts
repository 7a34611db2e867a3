import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  appendLeaf,
  type CompactRange,
  consistencySteps,
  cosignaturesOf,
  EMPTY_RANGE,
  leafHash,
  merkleTreeHash,
  noteSigner,
  parseNote,
  proofOf,
  rootOf,
  signCheckpoint,
  witnessVerifier,
} from '@openrounds/transparency-log';
import { WitnessFolder } from './witness-folder';
import { witnessLog } from './witness-log';

const AT = new Date('2026-11-23T09:00:00.000Z');

/** A log with its signed heads and honest proofs; `fork` goes another way from a size on. */
class ForeignLog {
  readonly leaves: string[] = [];
  readonly cosigned: { readonly size: number; readonly cosignature: string }[] = [];

  constructor(readonly signer = noteSigner('log.example', generateKeyPairSync('ed25519').privateKey)) {}

  grow(to: number, word = 'entry'): this {
    while (this.leaves.length < to)
      this.leaves.push(leafHash(Buffer.from(`${word} ${String(this.leaves.length)}`)));
    return this;
  }

  fork(at: number, to: number): ForeignLog {
    const other = new ForeignLog(this.signer);
    other.leaves.push(...this.leaves.slice(0, at));
    return other.grow(to, 'other');
  }

  checkpoint() {
    const rootHash = merkleTreeHash(this.leaves);
    const head = { origin: this.signer.name, size: this.leaves.length, rootHash };
    const note = signCheckpoint(head, this.signer);
    return Promise.resolve({ ...head, note, publicKey: this.signer.verifierKey, cosignatures: [] });
  }

  consistency(from: number, to: number) {
    const steps = consistencySteps(from, to);
    const nodes = steps
      .flat()
      .map(({ level, index }) => merkleTreeHash(this.leaves.slice(index << level, (index + 1) << level)));
    const rootOfSize = (size: number) => rootOf(this.leaves.slice(0, size).reduce(append, EMPTY_RANGE));
    const path = proofOf(steps, nodes);
    return Promise.resolve({ from, to, fromRootHash: rootOfSize(from), toRootHash: rootOfSize(to), path });
  }

  cosign(size: number, cosignature: string): Promise<void> {
    this.cosigned.push({ size, cosignature });
    return Promise.resolve();
  }
}
const append = (range: CompactRange, leaf: string): CompactRange => appendLeaf(range, leaf).range;

describe('witnessLog', () => {
  let path: string;
  let folder: WitnessFolder;

  beforeEach(async () => {
    path = join(mkdtempSync(join(tmpdir(), 'witness-')), 'folder');
    folder = await WitnessFolder.make(path, 'school.example/witness');
  });
  afterEach(() => {
    rmSync(dirname(path), { recursive: true });
  });
  const look = (log: ForeignLog) => witnessLog(log, folder, log.signer.verifierKey, () => AT);
  const seen = async () => (await folder.last('log.example'))?.head.size;

  it('signs a log as it grows, from its empty head on, and the same head again', async () => {
    const log = new ForeignLog();
    for (const size of [0, 1, 5, 5, 13]) expect(await look(log.grow(size))).toMatchObject({ head: { size } });
    expect(log.cosigned.map(({ size }) => size)).toEqual([0, 1, 5, 5, 13]);
    const { note } = await log.checkpoint();
    const verifier = witnessVerifier(folder.witness.verifierKey);
    const cosigned = parseNote(`${note}${log.cosigned.at(-1)?.cosignature ?? ''}\n`);
    expect(cosignaturesOf(cosigned, [verifier])).toEqual([{ name: 'school.example/witness', at: AT }]);
  });

  it.each([
    ['the same size with another root', 7, 7],
    ['a later head that did not grow out of it', 7, 9],
    ['an earlier head', 3, 3],
  ])('never signs %s, and shows both heads', async (_what, at, to) => {
    const log = new ForeignLog().grow(7);
    await look(log);
    const forked = log.fork(Math.min(at, 5), to);
    const came = await look(forked);
    expect(came).toMatchObject({ notes: [(await log.checkpoint()).note, (await forked.checkpoint()).note] });
    expect(forked.cosigned).toEqual([]);
    expect(await seen()).toBe(7);
  });

  it('remembers what it signed although the signature never arrived', async () => {
    const log = new ForeignLog().grow(4);
    log.cosign = () => Promise.reject(new Error('the line is cut'));
    await expect(look(log)).rejects.toThrow('the line is cut');
    expect(await seen()).toBe(4);
    expect(await look(log.fork(3, 4))).toHaveProperty('refused');
  });

  it('goes on once from a head, whoever tries', async () => {
    const log = new ForeignLog().grow(4);
    const other = log.fork(3, 6);
    const came = await Promise.allSettled([look(log), look(other)]);
    expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(log.cosigned.length + other.cosigned.length).toBe(1);
  });

  it('signs no log but the one whose key it was given', async () => {
    const log = new ForeignLog().grow(2);
    const { verifierKey } = new ForeignLog().signer;
    const attempt = witnessLog(log, folder, verifierKey, () => AT);
    await expect(attempt).rejects.toThrow(/not the one of the key/);
    expect(readdirSync(path).sort()).toEqual(['key.pem', 'name']);
  });

  it('keeps its key to itself, and makes no second one in its place', async () => {
    expect(statSync(join(path, 'key.pem')).mode & 0o777).toBe(0o600);
    await expect(WitnessFolder.make(path, 'school.example/witness')).rejects.toThrow(/cannot hold a new key/);
    expect((await WitnessFolder.open(path)).witness.verifierKey).toBe(folder.witness.verifierKey);
    await expect(WitnessFolder.open(join(path, 'none'))).rejects.toThrow(/no folder of a witness/);
  });
});
