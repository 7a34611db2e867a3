import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { signCheckpoint } from '../checkpoint/checkpoint';
import { noteSigner } from '../checkpoint/note-key';
import { newSalt, saltedLeaf } from '../leaf/salted-leaf';
import { merkleTreeHash } from '../tree/merkle-tree-hash';
import { exportHeader, exportLine, isExportHeader, verifyExportLines } from './export-lines';

const signer = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);

function exported(records: readonly unknown[]): string[] {
  const entries = records.map((record, index) => {
    const salt = newSalt();
    return { index, leafHash: saltedLeaf(record, salt), record, salt };
  });
  const rootHash = merkleTreeHash(entries.map(({ leafHash }) => leafHash));
  const note = signCheckpoint({ origin: 'log.example.org', size: entries.length, rootHash }, signer);
  return [exportHeader({ note, publicKey: signer.verifierKey }), ...entries.map(exportLine)];
}

const honest = exported([{ run: 'a', p: 0.25 }, { run: 'é', list: [1, 2] }, { run: 'c' }]);

describe('an export in lines', () => {
  it('is verified as it was written, whatever the records', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 12 }),
        async (records) => {
          expect(await verifyExportLines(exported(records))).toMatchObject({
            ok: true,
            size: records.length,
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is known by its first line', () => {
    expect(isExportHeader(honest[0] ?? '')).toBe(true);
    expect(['', '{', '{"entries":[]}', honest[1] ?? ''].map(isExportHeader)).toEqual(Array(4).fill(false));
  });

  it('still proves the place of an entry whose record is erased or of another tenant', async () => {
    const { index, leafHash } = JSON.parse(honest[2] ?? '') as { index: number; leafHash: string };
    const bare = exportLine({ index, leafHash, record: null, salt: null });
    expect(bare).toBe(`{"index":1,"leafHash":"${leafHash}"}`);
    expect(await verifyExportLines(honest.with(2, bare))).toMatchObject({ ok: true, erased: 1 });
  });

  it('fails for every byte that is flipped, wherever it stands', async () => {
    const bytes = Buffer.from(`${honest.join('\n')}\n`);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [0x01, 0x20]) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ bit;
        const lines = flipped.toString('utf8').replace(/\n$/, '').split('\n');
        expect([at, bit, (await verifyExportLines(lines)).ok]).toEqual([at, bit, false]);
      }
    }
  });

  it('fails for a line that is missing, doubled, moved or added, and for another key', async () => {
    const [header = '', first = '', second = '', third = ''] = honest;
    const unlike = [
      [],
      [header],
      [first, second, third],
      [header, first, third],
      [header, first, first, third],
      [header, second, first, third],
      [...honest, third],
      [header, header, first, second, third],
      [header, first, `${second} `, third],
      [header, first, second.replace('{', '{"appendedAt":"2026",'), third],
    ];
    for (const lines of unlike) expect([lines, (await verifyExportLines(lines)).ok]).toEqual([lines, false]);
    const other = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);
    expect(await verifyExportLines(honest, other.verifierKey)).toMatchObject({
      ok: false,
      problems: [{ code: 'other-key' }, { code: 'unknown-key' }],
    });
  });
});
