import { newId } from '@openrounds/platform';
import { EMPTY_ROOT, merkleTreeHash, newSalt, saltedLeafOfText } from '@openrounds/transparency-log';
import { Factory } from 'fishery';
import { type NewEntry } from '../../src/ports/log-store';
import { type KeepsEntries } from '../doubles/memory-log';

const TENANT = 'school';
const newEntries = Factory.define<NewEntry>(({ sequence }) => {
  const record = JSON.stringify({ entry: sequence });
  const salt = newSalt();
  return {
    tenantId: TENANT,
    runId: newId(),
    caseId: newId(),
    record,
    salt,
    leafHash: saltedLeafOfText(record, salt),
    appendedAt: new Date('2026-11-20T09:00:00.000Z'),
  };
});

/** What every log does with its entries; `open` gives an empty one for each test. */
export const itKeepsEntries = (open: () => KeepsEntries): void => {
  let log: KeepsEntries;

  beforeEach(() => {
    log = open();
  });

  it('is empty at first', async () => {
    expect(await log.head()).toEqual({ size: 0, rootHash: EMPTY_ROOT });
    expect(await log.findByIndex(TENANT, 0)).toBeUndefined();
  });

  it('gives entries that come at once places in a row, under the root of their leaves', async () => {
    await Promise.all(newEntries.buildList(9).map((entry) => log.append(entry)));
    const entries = await Promise.all(
      Array.from({ length: 9 }, (_, index) => log.findByIndex(TENANT, index)),
    );
    expect(entries.map((entry) => entry?.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const leaves = entries.map((entry) => entry?.leafHash ?? '');
    expect(await log.head()).toEqual({ size: 9, rootHash: merkleTreeHash(leaves) });
  });

  it('gives the nodes that never change again, and none that still do', async () => {
    for (const entry of newEntries.buildList(5)) await log.append(entry);
    const entries = await Promise.all([0, 1, 2, 3, 4].map((index) => log.findByIndex(TENANT, index)));
    const leaves = entries.map((entry) => entry?.leafHash ?? '');
    const places = [
      { level: 2, index: 0 },
      { level: 2, index: 1 },
      { level: 0, index: 4 },
      { level: 1, index: 1 },
    ];
    expect(await log.nodes(places)).toEqual([
      merkleTreeHash(leaves.slice(0, 4)),
      undefined,
      leaves[4],
      merkleTreeHash(leaves.slice(2, 4)),
    ]);
  });

  it('holds a run once and keeps what came first', async () => {
    const entry = newEntries.build();
    const { record, salt, leafHash, appendedAt } = entry;
    const stored = { index: 0, record, salt, leafHash, appendedAt };
    expect(await log.append(entry)).toMatchObject(stored);
    expect(await log.append(newEntries.build({ runId: entry.runId }))).toMatchObject(stored);
    expect(await log.findByRun(TENANT, entry.runId)).toMatchObject(stored);
    expect(await log.head()).toMatchObject({ size: 1 });
  });

  it('shows a stranger the leaf alone', async () => {
    const entry = newEntries.build();
    await log.append(entry);
    const { leafHash } = entry;
    expect(await log.findByIndex('other', 0)).toMatchObject({ leafHash, record: null, salt: null });
    expect(await log.findByRun('other', entry.runId)).toBeUndefined();
  });

  it('erases what it says of a case, leaves the leaves, and takes no more of the case', async () => {
    const [entry, other] = newEntries.buildList(2);
    if (entry === undefined || other === undefined) throw new Error('two were asked for');
    await log.append(entry);
    await log.append(other);
    const head = await log.head();
    await log.erase('other', entry.caseId);
    expect(await log.findByIndex(TENANT, 0)).toMatchObject({ record: entry.record });
    await log.erase(TENANT, entry.caseId);
    expect(await log.findByIndex(TENANT, 0)).toMatchObject({
      leafHash: entry.leafHash,
      record: null,
      salt: null,
    });
    expect(await log.findByIndex(TENANT, 1)).toMatchObject({ record: other.record });
    expect(await log.append(newEntries.build({ caseId: entry.caseId }))).toBe('erased');
    expect(await log.indicesOf(TENANT, entry.caseId)).toEqual([0]);
    expect(await log.indicesOf('other', entry.caseId)).toEqual([]);
    expect(await log.head()).toEqual(head);
  });
};
