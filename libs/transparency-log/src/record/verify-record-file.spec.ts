import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { EVERY_KIND_OF_BYTE, mutationsOf, newSigner, recordFile } from '../../test/record-files';
import { signNote } from '../checkpoint/signed-note';
import { newSalt, saltedLeaf } from '../leaf/salted-leaf';
import { NODE_PRIMITIVES } from './node-primitives';
import { type RecordFile, recordFileText } from './record-file';
import { verifyRecordFile } from './verify-record-file';

const signer = newSigner();
const honest = recordFile(EVERY_KIND_OF_BYTE, 5, 11, signer);
const bytesOf = (file: RecordFile): Uint8Array => Buffer.from(recordFileText(file));
const verify = (file: RecordFile | string, key?: string) =>
  verifyRecordFile(typeof file === 'string' ? Buffer.from(file) : bytesOf(file), NODE_PRIMITIVES, key);
const codes = (file: RecordFile | string, key?: string) =>
  verify(file, key).problems.map(({ check, code }) => `${check}: ${code}`);

describe('verifyRecordFile', () => {
  it('accepts every honest file, at every place of a tree of any size', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 1, max: 40 }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size))),
        (record, [index, size]) => {
          const plain = JSON.parse(JSON.stringify(record)) as Record<string, unknown>;
          const verdict = verify(recordFile(plain, index, size, signer), signer.verifierKey);
          expect(verdict).toMatchObject({ ok: true, problems: [], checkpoint: { size } });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('finds every single byte that was changed', () => {
    const unnoticed = [...mutationsOf(bytesOf(honest))].filter(
      ({ bytes }) => verifyRecordFile(bytes, NODE_PRIMITIVES).ok,
    );
    expect(unnoticed.map(({ at }) => at)).toEqual([]);
  });

  it('finds any byte put in, taken away or set to anything', () => {
    const bytes = bytesOf(honest);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(2), fc.nat(255), (at, taken, byte) => {
        const put = taken === 2 ? [] : [byte];
        const changed = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(put),
          bytes.subarray(at + Math.min(taken, 1)),
        ]);
        fc.pre(!changed.equals(bytes));
        expect(verifyRecordFile(changed, NODE_PRIMITIVES).ok).toBe(false);
      }),
      tries(300),
    );
  });

  it.each([
    ['a blank', (text: string) => text.replace(':', ': ')],
    ['no line feed at the end', (text: string) => text.trimEnd()],
    [
      'another order',
      (text: string) => text.replace(/^{"format":"[^"]*",(.*)}/, '{$1,"format":"openrounds-record/1"}'),
    ],
    ['a field twice', (text: string) => text.replace('"index":5', '"index":5,"index":5')],
    ['another escape', (text: string) => text.replace('Dysp', '\\u0044ysp')],
    ['one field more', (text: string) => text.replace('"index"', '"hint":1,"index"')],
  ])('refuses the same JSON written in another way: %s', (_, rewrite) => {
    const text = recordFileText(honest);
    expect(rewrite(text)).not.toBe(text);
    expect(codes(rewrite(text))).toEqual(['file: not-canonical']);
  });

  it('names each thing that fails, and only what fails', () => {
    const salt = newSalt();
    const record = { ...honest.record, yes: false };
    expect(codes({ ...honest, record })).toEqual(['content: leaf-mismatch']);
    expect(codes({ ...honest, salt })).toEqual(['content: leaf-mismatch']);
    const forged = { ...honest, record, salt, leafHash: saltedLeaf(record, salt) };
    expect(codes(forged)).toEqual(['inclusion: not-included']);
    expect(codes({ ...honest, index: 4 })).toEqual(['inclusion: not-included']);
    expect(codes({ ...honest, path: honest.path.slice(1) })).toEqual(['inclusion: not-included']);
    expect(codes({ ...honest, size: 12 })).toEqual(['inclusion: size-mismatch']);
    const grown = honest.note.replace('\n11\n', '\n40\n');
    expect(codes({ ...honest, note: grown, size: 40 })).toEqual([
      'inclusion: not-included',
      'signature: bad-signature',
    ]);
    expect(codes({ ...honest, note: 'nothing' })).toEqual(['inclusion: malformed-note']);
    expect(codes({ ...honest, publicKey: 'nothing' })).toEqual(['signature: malformed-key']);
  });

  it('takes the signature of the log alone', () => {
    const text = `${honest.note.split('\n\n')[0] ?? ''}\n`;
    expect(codes({ ...honest, note: signNote(text, [signer, newSigner()]) })).toEqual([
      'signature: more-signatures',
    ]);
    const own = newSigner();
    const resigned = { ...honest, note: signNote(text, [own]), publicKey: own.verifierKey };
    expect(verify(resigned).ok).toBe(true);
    expect(codes(resigned, signer.verifierKey)).toEqual(['signature: other-key', 'signature: unknown-key']);
    expect(codes({ ...honest, publicKey: own.verifierKey }, signer.verifierKey)).toEqual([
      'signature: other-key',
    ]);
  });

  it('throws nothing, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(verifyRecordFile(bytes, NODE_PRIMITIVES).ok).toBe(false);
      }),
    );
    for (const other of ['null', '[]', '{}', '{"format":"openrounds-record/1"}'])
      expect(codes(other)).toEqual(['file: malformed-record-file']);
  });
});
