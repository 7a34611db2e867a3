import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { signCheckpoint } from '../checkpoint/checkpoint';
import { noteSigner } from '../checkpoint/note-key';
import { newSalt, saltedLeaf } from '../leaf/salted-leaf';
import { merkleTreeHash } from '../tree/merkle-tree-hash';
import { type ExportedEntry, type LogExport, verifyExport } from './verify-export';

const signer = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);

interface NoteExport extends LogExport {
  readonly checkpoint: string;
  readonly publicKey: string;
}

function exported(records: readonly unknown[]): NoteExport {
  const entries = records.map((record, index) => {
    const salt = newSalt();
    return { index, leafHash: saltedLeaf(record, salt), record, salt };
  });
  return { entries, checkpoint: checkpointOver(entries), publicKey: signer.verifierKey };
}

function checkpointOver(entries: readonly ExportedEntry[]): string {
  const rootHash = merkleTreeHash(entries.map(({ leafHash }) => leafHash));
  return signCheckpoint({ origin: 'log.example.org', size: entries.length, rootHash }, signer);
}

function replaceEntry(file: NoteExport, index: number, change: Partial<ExportedEntry>): NoteExport {
  return {
    ...file,
    entries: file.entries.map((entry, i) => (i === index ? { ...entry, ...change } : entry)),
  };
}

const codes = (file: unknown) => verifyExport(file).problems.map(({ code, index }) => [code, index]);
const file = exported([{ run: 'a' }, { run: 'b', p: 0.25 }, { run: 'c' }]);

describe('verifyExport', () => {
  it('accepts every honest log and finds its root', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), (records) => {
        const honest = exported(records);
        const root = merkleTreeHash(honest.entries.map(({ leafHash }) => leafHash));
        expect(verifyExport(honest)).toEqual({
          ok: true,
          size: records.length,
          rootHash: root,
          cosigned: [],
          uncheckedSignatures: 0,
          erased: 0,
          problems: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('survives being written and read as JSON', () => {
    expect(verifyExport(JSON.parse(JSON.stringify(file)))).toMatchObject({ ok: true, size: 3 });
  });

  it('reads the checkpoint as the API answers it', () => {
    const { entries, checkpoint: note, publicKey } = file;
    expect(
      verifyExport({ entries, checkpoint: { origin: 'log.example.org', size: 3, note, publicKey } }),
    ).toMatchObject({ ok: true, size: 3 });
  });

  it('holds a log to the key that its reader knows', () => {
    const impostor = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);
    expect(verifyExport(file, signer.verifierKey).ok).toBe(true);
    expect(verifyExport(file, impostor.verifierKey).problems).toMatchObject([
      { code: 'other-key' },
      { code: 'unknown-key' },
    ]);
  });

  it.each([
    ['null', null],
    ['absent', undefined],
  ])('still proves the place of an erased entry (%s)', (_, gone) => {
    const erased = replaceEntry(file, 1, { record: gone, salt: gone });
    expect(verifyExport(erased)).toMatchObject({ ok: true, size: 3, erased: 1, problems: [] });
  });

  it('names the entry whose record was changed', () => {
    expect(codes(replaceEntry(file, 1, { record: { run: 'b', p: 0.26 } }))).toEqual([['leaf-mismatch', 1]]);
    expect(codes(replaceEntry(file, 1, { record: { run: '\ud800' } }))).toEqual([['leaf-mismatch', 1]]);
  });

  it('finds an erased entry whose leaf was changed', () => {
    const { leafHash } = file.entries[0] ?? { leafHash: '' };
    const forged = replaceEntry(file, 1, { leafHash, record: null, salt: null });
    expect(codes(forged)).toEqual([['root-mismatch', undefined]]);
  });

  it('finds a record rewritten together with its leaf', () => {
    const salt = newSalt();
    const record = { run: 'b', p: 1 };
    const forged = replaceEntry(file, 1, { record, salt, leafHash: saltedLeaf(record, salt) });
    expect(codes(forged)).toEqual([['root-mismatch', undefined]]);
  });

  it('finds missing, additional and reordered entries', () => {
    expect(codes({ ...file, entries: file.entries.slice(0, 2) })).toEqual([['entries-missing', undefined]]);
    const more = exported([{ run: 'a' }, { run: 'b' }, { run: 'c' }, { run: 'd' }]).entries;
    expect(codes({ ...file, entries: more })).toEqual([['entry-beyond-checkpoint', 3]]);
    expect(codes({ ...file, entries: [...file.entries].reverse() })).toEqual([
      ['entry-out-of-order', 0],
      ['entry-out-of-order', 2],
      ['root-mismatch', undefined],
    ]);
  });

  it('finds a record without its salt', () => {
    expect(codes(replaceEntry(file, 2, { salt: null }))).toEqual([['malformed-entry', 2]]);
    expect(codes(replaceEntry(file, 2, { record: undefined }))).toEqual([['malformed-entry', 2]]);
  });

  it('does not trust a checkpoint signed by another key', () => {
    const other = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);
    expect(codes({ ...file, publicKey: other.verifierKey })).toEqual([['unknown-key', undefined]]);
    expect(codes({ ...file, checkpoint: file.checkpoint.replace('\n3\n', '\n2\n') })).toEqual([
      ['bad-signature', undefined],
    ]);
  });

  it.each([null, [], 'text', {}, { entries: [], checkpoint: 1, publicKey: '' }])(
    'is not confused by %j',
    (wrong) => {
      expect(codes(wrong)).toEqual([['malformed-export', undefined]]);
    },
  );

  it('stops at an entry that has no leaf hash', () => {
    const broken = { ...file, entries: [file.entries[0], { index: 1 }, file.entries[2]] };
    expect(codes(broken)).toEqual([
      ['malformed-entry', 1],
      ['entries-missing', undefined],
    ]);
    expect(verifyExport({ ...file, entries: [7] })).toMatchObject({ ok: false, size: 0 });
  });
});
