import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { EMPTY_ROOT, leafHash } from '../tree/hash';
import { signCheckpoint, verifyCheckpoint } from './checkpoint';
import { type Checkpoint, parseCheckpoint } from './checkpoint-text';
import { noteSigner, noteVerifier } from './note-key';
import { parseNote } from './note-format';
import { signNote, verifyNote } from './signed-note';

/** The example of the Go package golang.org/x/mod/sumdb/note: key seed, verifier key, text and signature. */
const PUBLISHED = {
  name: 'PeterNeumann',
  seed: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  verifierKey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signatureLine:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

const publishedKey = createPrivateKey({
  key: Buffer.concat([PKCS8_ED25519, PUBLISHED.seed]),
  format: 'der',
  type: 'pkcs8',
});

function freshSigner(name = 'log.example.org/openrounds') {
  return noteSigner(name, generateKeyPairSync('ed25519').privateKey);
}

describe('signed note', () => {
  it('signs and verifies the published example to the byte', () => {
    const signer = noteSigner(PUBLISHED.name, publishedKey);
    const note = signNote(PUBLISHED.text, [signer]);
    expect(signer.verifierKey).toBe(PUBLISHED.verifierKey);
    expect(note).toBe(`${PUBLISHED.text}\n${PUBLISHED.signatureLine}`);
    expect(verifyNote(note, noteVerifier(PUBLISHED.verifierKey))).toBe(PUBLISHED.text);
  });

  it('takes a PEM key as it is stored', () => {
    const pem = publishedKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(noteSigner(PUBLISHED.name, pem).verifierKey).toBe(PUBLISHED.verifierKey);
  });

  it('finds its own signature among those of witnesses', () => {
    const [witness, log] = [freshSigner('witness.example.org'), freshSigner()];
    const note = signNote('text\n', [witness, log]);
    expect(parseNote(note).signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
      [witness.name, witness.keyId],
      [log.name, log.keyId],
    ]);
    expect(verifyNote(note, noteVerifier(log.verifierKey))).toBe('text\n');
  });

  it.each([
    ['no final line feed', 'text'],
    ['a carriage return', 'text\r\n'],
    ['a NUL', 'te\0xt\n'],
  ])('refuses to sign a text with %s', (_, text) => {
    expect(() => signNote(text, [freshSigner()])).toThrow(
      expect.objectContaining({ code: 'malformed-note' }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no signature block', 'text\n'],
    ['no signature line', 'text\n\n'],
    ['a hyphen for the dash', `text\n\n${PUBLISHED.signatureLine.replace('—', '-')}`],
    ['a signature shorter than its key id', 'text\n\n— name AAAA\n'],
    ['base64 with bits left over', 'text\n\n— name AAAAAAAB=\n'],
  ])('does not read a note with %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(expect.objectContaining({ code: 'malformed-note' }));
  });
});

describe('verifier key', () => {
  it.each([
    ['another name', PUBLISHED.verifierKey.replace('PeterNeumann', 'Mallory')],
    ['another key id', PUBLISHED.verifierKey.replace('c74f20a3', 'c74f20a4')],
    ['a short key', 'PeterNeumann+c74f20a3+ARpc'],
    ['no key', 'PeterNeumann'],
  ])('is rejected with %s', (_, key) => {
    expect(() => noteVerifier(key)).toThrow(expect.objectContaining({ code: 'malformed-key' }));
  });

  it('comes from an Ed25519 private key and a name without blanks only', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    for (const make of [
      () => noteSigner('log', rsa),
      () => noteSigner('log', publicKey),
      () => noteSigner('log', 'not a key'),
      () => noteSigner('two words', privateKey),
      () => noteSigner('a+b', privateKey),
    ]) {
      expect(make).toThrow(expect.objectContaining({ code: 'malformed-key' }));
    }
  });
});

describe('checkpoint', () => {
  const checkpoint: Checkpoint = {
    origin: 'log.example.org/openrounds',
    size: 20_852_163,
    rootHash: leafHash(Buffer.of(1)),
  };

  it('is origin, size and root in base64, signed', () => {
    const signer = freshSigner();
    const note = signCheckpoint(checkpoint, signer);
    const root = Buffer.from(checkpoint.rootHash, 'hex').toString('base64');
    expect(note.startsWith(`log.example.org/openrounds\n20852163\n${root}\n\n— ${signer.name} `)).toBe(true);
    expect(verifyCheckpoint(note, signer.verifierKey)).toEqual(checkpoint);
  });

  it('covers an empty log', () => {
    const signer = freshSigner();
    const empty = { ...checkpoint, size: 0, rootHash: EMPTY_ROOT };
    expect(verifyCheckpoint(signCheckpoint(empty, signer), signer.verifierKey)).toEqual(empty);
  });

  it('rejects any change and any other key', () => {
    const signer = freshSigner();
    const note = signCheckpoint(checkpoint, signer);
    const check = (text: string, key: string) => () => verifyCheckpoint(text, key);
    expect(check(note.replace('20852163', '20852164'), signer.verifierKey)).toThrow(
      expect.objectContaining({ code: 'bad-signature' }),
    );
    expect(check(note, freshSigner().verifierKey)).toThrow(expect.objectContaining({ code: 'unknown-key' }));
    const signedNonsense = signNote('origin\nmany\nAAAA\n', [signer]);
    expect(check(signedNonsense, signer.verifierKey)).toThrow(
      expect.objectContaining({ code: 'malformed-checkpoint' }),
    );
  });

  it.each(['', 'origin', 'origin\n-1\nAAAA\n', 'origin\n01\nAAAA\n', `\n1\n${'A'.repeat(43)}=\n`])(
    'does not read %j',
    (text) => {
      expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ code: 'malformed-checkpoint' }));
    },
  );

  it('ignores extension lines', () => {
    expect(parseCheckpoint(`o\n1\n${'A'.repeat(43)}=\nextension\n`)).toMatchObject({ origin: 'o', size: 1 });
  });

  it.each([
    { ...checkpoint, origin: '' },
    { ...checkpoint, origin: 'two\nlines' },
    { ...checkpoint, size: -1 },
    { ...checkpoint, rootHash: 'x' },
  ])('refuses to sign %j', (wrong) => {
    expect(() => signCheckpoint(wrong, freshSigner())).toThrow(
      expect.objectContaining({ code: 'malformed-checkpoint' }),
    );
  });
});
