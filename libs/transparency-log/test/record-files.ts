import { generateKeyPairSync } from 'node:crypto';
import { signCheckpoint } from '../src/checkpoint/checkpoint';
import { type NoteSigner, noteSigner } from '../src/checkpoint/note-key';
import { newSalt, saltedLeaf } from '../src/leaf/salted-leaf';
import { type RecordFile } from '../src/record/record-file';
import { merkleTreeHash } from '../src/tree/merkle-tree-hash';
import { inclusionSteps } from '../src/tree/proof-places';
import { leavesOf, proofFrom } from './stored-tree';

export const newSigner = (): NoteSigner =>
  noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);

/** Text of every class of byte: letters, escapes, two, three and four bytes of UTF-8, numbers of each kind. */
export const EVERY_KIND_OF_BYTE = {
  format: 'openrounds.explanation.v1',
  answer: { differential: [{ diseaseId: 'pulmonary-embolism', probability: 0.53 }], none: [], nothing: null },
  figures: [0, -1, 1e-7, 1.5e300, 12],
  words: 'Dyspnée "à minuit"\\\n气促 🫁 \u0007 \ufffd',
  yes: true,
};

/** The file of a record in a log that holds others too. */
export function recordFile(
  record: Readonly<Record<string, unknown>>,
  index: number,
  size: number,
  signer: NoteSigner = newSigner(),
): RecordFile {
  const salt = newSalt();
  const leaves = leavesOf(size);
  leaves[index] = saltedLeaf(record, salt);
  return {
    record,
    salt,
    index,
    leafHash: leaves[index],
    size,
    path: proofFrom(leaves, inclusionSteps(index, size)),
    note: signCheckpoint({ origin: 'log.example.org', size, rootHash: merkleTreeHash(leaves) }, signer),
    publicKey: signer.verifierKey,
  };
}

/** Every byte of a file changed once in each way: another of its class, and bits that leave the class. */
export function* mutationsOf(
  bytes: Uint8Array,
): Generator<{ readonly at: number; readonly bytes: Uint8Array }> {
  for (let at = 0; at < bytes.length; at += 1) {
    for (const byte of othersFor(bytes[at] ?? 0)) {
      const changed = bytes.slice();
      changed[at] = byte;
      yield { at, bytes: changed };
    }
  }
}

/** The next letter or digit, the other case, a blank, a line feed, a quote, and the highest bit. */
const othersFor = (byte: number): number[] =>
  [byte ^ 1, byte ^ 0x20, 0x20, 0x0a, 0x22, byte ^ 0x80].filter((other) => other !== byte);
