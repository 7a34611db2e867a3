import { newId } from '@openrounds/platform';
import {
  canonicalJson,
  EMPTY_ROOT,
  merkleTreeHash,
  verifyCheckpoint,
  verifyExport,
} from '@openrounds/transparency-log';
import { finishedRuns, openLogRig, type LogRig } from '../fixtures/log-rig';

const NOTHING = { llm: undefined, guidelines: undefined };

describe('the explanation log', () => {
  let rig: LogRig;

  beforeEach(async () => {
    rig = await openLogRig();
  });

  afterEach(() => rig.close());

  const append = (count: number) =>
    Promise.all(finishedRuns.buildList(count).map((run) => rig.finalise.execute(run, NOTHING)));
  const entries = (size: number, tenantId = 'school') =>
    Promise.all(Array.from({ length: size }, (_, index) => rig.read.entry(tenantId, index)));

  it('gives fifty entries that are appended at once fifty places in a row, under the root of their leaves', async () => {
    const finished = await append(50);
    const indexes = finished.map(({ logEntry }) => logEntry.index).sort((a, b) => a - b);
    expect(indexes).toEqual(Array.from({ length: 50 }, (_, index) => index));
    const leaves = (await entries(50)).map(({ leafHash }) => leafHash);
    expect(await rig.log.head()).toEqual({ size: 50, rootHash: merkleTreeHash(leaves) });
  });

  it('is empty at first, and says so under its signature', async () => {
    const { note, publicKey } = await rig.read.checkpoint();
    expect(verifyCheckpoint(note, publicKey)).toMatchObject({ size: 0, rootHash: EMPTY_ROOT });
  });

  it('signs each size once, whoever asks, and everybody can check it', async () => {
    await append(3);
    const [first, ...same] = await Promise.all([1, 2, 3, 4].map(() => rig.read.checkpoint()));
    if (first === undefined) throw new Error('four were asked for');
    expect(same).toEqual([first, first, first]);
    expect(verifyCheckpoint(first.note, first.publicKey)).toMatchObject({
      size: 3,
      rootHash: first.rootHash,
    });
    await append(1);
    expect((await rig.read.checkpoint()).size).toBe(4);
    expect(await rig.read.checkpoint()).toEqual(await rig.read.checkpoint());
    const kept = await rig.dataSource.query('SELECT size FROM checkpoints ORDER BY size');
    expect(kept).toEqual([{ size: 3 }, { size: 4 }]);
  });

  it('holds a run once, however often its end comes, and answers what it holds', async () => {
    const run = finishedRuns.build();
    const passages = [{ passageId: 'p-1', score: 1, forDiseases: ['pulmonary-embolism'] }];
    const [first, again] = await Promise.all([
      rig.finalise.execute(run, { ...NOTHING, guidelines: passages }),
      rig.finalise.execute(run, { ...NOTHING, guidelines: passages }),
    ]);
    expect(again).toEqual(first);
    expect(await rig.finalise.execute(run, NOTHING)).toEqual(first);
    expect(first.degraded).toEqual([]);
    expect(await rig.log.head()).toMatchObject({ size: 1 });
  });

  it('can be exported and verified, also after an erasure, which leaves the leaf', async () => {
    const erased = finishedRuns.build();
    await append(2);
    await rig.finalise.execute(erased, NOTHING);
    await append(2);
    const before = await entries(5);
    await rig.log.erase('other', erased.meta.caseId);
    expect(await entries(5)).toEqual(before);

    await rig.log.erase('school', erased.meta.caseId);
    const after = await entries(5);
    expect(after[2]).toEqual({ ...before[2], record: null, salt: null });
    expect(after.map(({ leafHash }) => leafHash)).toEqual(before.map(({ leafHash }) => leafHash));
    const verdict = verifyExport({ entries: after, checkpoint: await rig.read.checkpoint() });
    expect(verdict).toMatchObject({ ok: true, size: 5, erased: 1, problems: [] });
    await expect(rig.read.explanation('school', erased.meta.runId)).rejects.toMatchObject({
      code: 'case-erased',
    });
  });

  it('refuses the entry of an erased case that comes late, and grows no leaf for it', async () => {
    const run = finishedRuns.build();
    await rig.log.erase('school', run.meta.caseId);
    await expect(rig.finalise.execute(run, NOTHING)).rejects.toMatchObject({ code: 'case-erased' });
    expect(await rig.log.head()).toMatchObject({ size: 0 });
    const logged = finishedRuns.build();
    await rig.finalise.execute(logged, NOTHING);
    await rig.log.erase('school', logged.meta.caseId);
    await expect(rig.finalise.execute(logged, NOTHING)).rejects.toMatchObject({ code: 'case-erased' });
    expect(await rig.log.head()).toMatchObject({ size: 1 });
  });

  it('shows a stranger the leaf alone, and an explanation to its tenant only', async () => {
    const run = finishedRuns.build();
    const { logEntry } = await rig.finalise.execute(run, NOTHING);
    const own = await rig.read.entry('school', logEntry.index);
    expect(own.record).toMatchObject({ runId: run.meta.runId, answer: run.answer });
    expect(await rig.read.entry('other', logEntry.index)).toEqual({ ...own, record: null, salt: null });
    expect(await rig.read.explanation('school', run.meta.runId)).toMatchObject({ index: 0, salt: own.salt });
    await expect(rig.read.explanation('other', run.meta.runId)).rejects.toMatchObject({
      code: 'run-not-ready',
    });
  });

  it("is read in pages that travel, each entry once, others' records left out", async () => {
    await append(7);
    const foreign = finishedRuns.build();
    await rig.finalise.execute({ ...foreign, meta: { ...foreign.meta, tenantId: 'other' } }, NOTHING);
    const all = await entries(8);
    const first = await rig.read.entries('school', 0, 5);
    expect(first).toEqual({ items: all.slice(0, 5), next: 5 });
    expect(await rig.read.entries('school', 5, 5)).toEqual({ items: all.slice(5), next: null });
    expect(all[7]).toMatchObject({ record: null, salt: null });
    expect(await rig.read.entries('school', 8, 5)).toEqual({ items: [], next: null });
    expect(await rig.read.entries('school', 2_147_483_648, 5)).toEqual({ items: [], next: null });
  });

  it('ends a page before it gets too large for a queue, and never before its first entry', async () => {
    await append(4);
    const sizes = (await entries(4)).map(({ record }) => canonicalJson(record).length);
    const [one = 0, two = 0] = sizes;
    const indexes = async (maxBytes: number, from = 0) =>
      (await rig.log.list('school', from, 100, maxBytes)).map(({ index }) => index);
    expect(await indexes(one + two)).toEqual([0, 1]);
    expect(await indexes(one + two - 1)).toEqual([0]);
    expect(await indexes(1, 2)).toEqual([2]);
    expect((await rig.log.list('other', 0, 100, 1)).map(({ record }) => record)).toEqual(Array(4).fill(null));
  });

  it.each([1, 2_147_483_648, Number.MAX_SAFE_INTEGER])('has no entry %d yet', async (index) => {
    await append(1);
    await expect(rig.read.entry('school', index)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['another spelling of the same number', `replace(record, '0.30000000000000004', '0.30000000000000005')`],
    ['what is no JSON any more', `overlay(record placing ' ' from length(record) for 1)`],
  ])('gives a record out as it was written or not at all: %s', async (_how, sql) => {
    const answer = { ...finishedRuns.build().answer, effectiveNumberOfDiagnoses: 0.30000000000000004 };
    const run = { ...finishedRuns.build(), answer } as unknown as ReturnType<typeof finishedRuns.build>;
    await rig.finalise.execute(run, NOTHING);
    const before = await rig.read.entry('school', 0);
    expect(canonicalJson(before.record)).toContain('0.30000000000000004');
    await rig.tamper(`UPDATE entries SET record = ${sql}`);
    expect(await rig.read.entry('school', 0)).toEqual({ ...before, record: null });
    await expect(rig.read.explanation('school', run.meta.runId)).rejects.toThrow('not as it was written');
    const verdict = verifyExport({
      entries: (await rig.read.entries('school', 0, 5)).items,
      checkpoint: await rig.read.checkpoint(),
    });
    expect(verdict.problems).toMatchObject([{ code: 'leaf-mismatch', index: 0 }]);
  });

  it('tells with an entry which root was signed when it was the newest', async () => {
    await append(2);
    const { rootHash } = await rig.read.checkpoint();
    await append(1);
    const { items } = await rig.read.entries('school', 0, 5);
    expect(items.map(({ signedRoot }) => signedRoot)).toEqual([undefined, rootHash, undefined]);
    expect(await rig.read.entry('other', 1)).toEqual({ ...items[1], record: null, salt: null });
  });

  it('knows nothing of a run that never ended', async () => {
    await expect(rig.read.explanation('school', newId())).rejects.toMatchObject({ code: 'run-not-ready' });
  });
});
