import { generateKeyPairSync } from 'node:crypto';
import {
  exportHeader,
  exportLine,
  merkleTreeHash,
  newSalt,
  noteSigner,
  parseNote,
  saltedLeaf,
  signCheckpoint,
  verifyExportLines,
  witness,
  witnessVerifier,
} from '@openrounds/transparency-log';
import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { exportLinesOf } from './export-lines-of';

const newKey = () => generateKeyPairSync('ed25519').privateKey;
const signer = noteSigner('log.example', newKey());
const by = witness('witness.example', newKey());
const witnesses = [witnessVerifier(by.verifierKey)];

/** Letters, escapes, each length of UTF-8 and a replacement character before each kind of letter. */
const RECORDS = [
  { p: 0.30000000000000004, words: '\ufffd\ufffd气促 \ufffd🫁\ufffd"\\\n\u0007\ufffdé\ufffd' },
  { list: [0, -1, 1e-7, 1.5e300, null, true] },
];
const entries = [...RECORDS, undefined].map((record, index) => {
  const salt = newSalt();
  const leafHash = saltedLeaf(record ?? { erased: true }, salt);
  return record === undefined ? { index, leafHash } : { index, leafHash, record, salt };
});
const rootHash = merkleTreeHash(entries.map(({ leafHash }) => leafHash));
const signed = signCheckpoint({ origin: 'log.example', size: entries.length, rootHash }, signer);
const note = signed + by.cosign(parseNote(signed).text, new Date('2026-11-24T09:00:00Z'));
const honest = Buffer.from(
  `${[exportHeader({ note, publicKey: signer.verifierKey }), ...entries.map(exportLine)].join('\n')}\n`,
);

/** As one who knows log and witness verifies it: both are to have signed. */
const isVerified = async (...chunks: Uint8Array[]): Promise<boolean> => {
  const { ok, cosigned } = await verifyExportLines(exportLinesOf(chunks), signer.verifierKey, witnesses);
  return ok && cosigned.length === witnesses.length;
};

describe('an export, byte by byte', () => {
  it('is verified as it was written, wherever it is cut on the way', async () => {
    for (let at = 0; at <= honest.length; at += 1)
      expect([at, await isVerified(honest.subarray(0, at), honest.subarray(at))]).toEqual([at, true]);
  });

  it('fails for every byte that is another, wherever it stands', async () => {
    const unnoticed: [number, number][] = [];
    for (let at = 0; at < honest.length; at += 1) {
      const is = honest[at] ?? 0;
      // The next letter, the other case, what ends lines and texts, and other beginnings of a letter in UTF-8.
      for (const other of [is ^ 1, is ^ 0x20, is ^ 0x80, 0x0a, 0x0d, 0x20, 0x22, 0xc2, 0xf0]) {
        if (other === is) continue;
        const changed = Buffer.from(honest);
        changed[at] = other;
        if (await isVerified(changed)) unnoticed.push([at, other]);
      }
    }
    expect(unnoticed).toEqual([]);
  });

  it('fails for any byte put in, taken away or set to anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(honest.length), fc.nat(2), fc.nat(255), async (at, taken, byte) => {
        const put = Buffer.from(taken === 2 ? [] : [byte]);
        const rest = honest.subarray(at + Math.min(taken, 1));
        const changed = Buffer.concat([honest.subarray(0, at), put, rest]);
        fc.pre(!changed.equals(honest));
        expect(await isVerified(changed)).toBe(false);
      }),
      tries(300),
    );
  });

  it('is not held in memory where a line has no end', async () => {
    const chunk = Buffer.alloc(1_000_000, 'x');
    let given = 0;
    const endless = function* () {
      for (;;) {
        given += 1;
        yield chunk;
      }
    };
    expect((await verifyExportLines(exportLinesOf(endless()))).ok).toBe(false);
    expect(given).toBeLessThan(10);
  });
});
