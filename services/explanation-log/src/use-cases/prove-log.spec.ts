import { newId } from '@openrounds/platform';
import { isConsistent, isIncluded, leafHash, merkleTreeHash, newSalt } from '@openrounds/transparency-log';
import { MemoryLog } from '../../test/doubles/memory-log';
import { ProveLog } from './prove-log';

const SIZE = 21;

describe('ProveLog', () => {
  const log = new MemoryLog();
  const prove = new ProveLog(log);
  const leaves = Array.from({ length: SIZE }, (_, index) => leafHash(Buffer.from(String(index))));

  beforeAll(async () => {
    for (const leaf of leaves)
      await log.append({
        tenantId: 'school',
        runId: newId(),
        caseId: newId(),
        record: '{}',
        salt: newSalt(),
        leafHash: leaf,
        appendedAt: new Date(0),
      });
  });

  it('proves each entry in each tree that holds it', async () => {
    for (let size = 1; size <= SIZE; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = await prove.inclusion(index, size);
        expect(proof).toMatchObject({
          leafHash: leaves[index],
          rootHash: merkleTreeHash(leaves.slice(0, size)),
        });
        expect(isIncluded(proof, proof, proof.path)).toBe(true);
      }
    expect(await prove.inclusion(3)).toMatchObject({ size: SIZE });
  });

  it('proves that each tree grew out of each earlier one', async () => {
    for (let to = 0; to <= SIZE; to += 1)
      for (let from = 0; from <= to; from += 1) {
        const { fromRootHash, toRootHash, path } = await prove.consistency(from, to);
        const [earlier, later] = [
          { size: from, rootHash: fromRootHash },
          { size: to, rootHash: toRootHash },
        ];
        expect(later.rootHash).toBe(merkleTreeHash(leaves.slice(0, to)));
        expect(isConsistent(earlier, later, path)).toBe(true);
      }
  });

  it.each([
    ['/query/index', () => prove.inclusion(SIZE)],
    ['/query/index', () => prove.inclusion(5, 5)],
    ['/query/size', () => prove.inclusion(0, SIZE + 1)],
    ['/query/to', () => prove.consistency(0, SIZE + 1)],
    ['/query/from', () => prove.consistency(4, 3)],
  ])('names %s where the log has not grown so far', async (pointer, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: 'invalid-request', errors: [{ pointer }] });
  });

  it('cuts the tree into tiles', async () => {
    const tile = await prove.tile({ level: 0, index: 0, width: SIZE });
    expect(Buffer.from(tile.hashes ?? '', 'base64').toString('hex')).toBe(leaves.join(''));
    expect(await prove.tile({ level: 0, index: 0, width: SIZE + 1 })).toEqual({ hashes: null });
    expect(await prove.tile({ level: 1, index: 0, width: 1 })).toEqual({ hashes: null });
  });
});
