import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { noteSigner } from './note-key';
import { cosignaturesOf, witness, witnessVerifier } from './cosignature';
import { parseNote } from './note-format';
import { signNote } from './signed-note';

const TEXT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
/** The key of a running witness, as the tests of github.com/transparency-dev/formats give it. */
const PUBLISHED_KEY = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
/** The cosignature in the example of C2SP tlog-cosignature. */
const PUBLISHED_LINE =
  '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
const PKCS8_ED25519 = '302e020100300506032b657004220420';

const keyOf = (digit: string) =>
  createPrivateKey({
    key: Buffer.from(PKCS8_ED25519 + digit.repeat(64), 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
const AT = new Date('2026-11-23T09:00:00.900Z');
const SECONDS = 1_795_424_400;

describe('a witness', () => {
  const one = witness('witness.example/w1', keyOf('1'));
  const log = noteSigner('example.com/behind-the-sofa', keyOf('2'));
  const note = signNote(TEXT, [log]);

  it('signs time and checkpoint as C2SP tlog-cosignature says, byte for byte', () => {
    const line = one.cosign(TEXT, AT);
    const [, , encoded = ''] = line.trimEnd().split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    expect(bytes.subarray(0, 4).toString('hex')).toBe(one.keyId);
    expect(bytes.readBigUInt64BE(4)).toBe(BigInt(SECONDS));
    const message = Buffer.from(`cosignature/v1\ntime ${String(SECONDS)}\n${TEXT}`);
    expect(verify(null, message, createPublicKey(keyOf('1')), bytes.subarray(12))).toBe(true);
  });

  it('is told from others by name and key, whose signatures are passed over', () => {
    const other = witness('witness.example/w2', keyOf('3'));
    const cosigned = parseNote(note + other.cosign(TEXT, AT) + one.cosign(TEXT, AT));
    expect(cosignaturesOf(cosigned, [witnessVerifier(one.verifierKey)])).toEqual([
      { name: 'witness.example/w1', at: new Date(SECONDS * 1000) },
    ]);
    expect(cosignaturesOf(parseNote(note), [witnessVerifier(one.verifierKey)])).toEqual([]);
    expect(cosignaturesOf(parseNote(note + PUBLISHED_LINE), [witnessVerifier(PUBLISHED_KEY)])).toEqual([]);
  });

  it('is not believed for another text or another time', () => {
    const line = one.cosign(TEXT, AT);
    const later = one.cosign(TEXT, new Date(AT.getTime() + 1_000));
    const mixed = parseNote(note + line).signatures.at(-1)?.signature ?? Buffer.of();
    const spliced = Buffer.concat([
      Buffer.from(parseNote(note + later).signatures.at(-1)?.signature ?? []).subarray(0, 8),
      Buffer.from(mixed).subarray(8),
    ]);
    const { signedAt } = witnessVerifier(one.verifierKey);
    expect(signedAt(TEXT, mixed)).toEqual(new Date(SECONDS * 1000));
    expect(signedAt(TEXT, spliced)).toBeUndefined();
    expect(signedAt(TEXT, mixed.subarray(1))).toBeUndefined();
    const forged = parseNote(note.replace('20852163', '20852164') + line);
    expect(() => cosignaturesOf(forged, [witnessVerifier(one.verifierKey)])).toThrow(
      expect.objectContaining({ code: 'bad-signature' }),
    );
  });

  it('has a key of its own kind: one of a log is none', () => {
    expect(witnessVerifier(PUBLISHED_KEY)).toMatchObject({ name: 'remora.n621.de', keyId: 'da77ade7' });
    for (const wrong of [log.verifierKey, 'witness', one.verifierKey.replace('w1', 'w2')])
      expect(() => witnessVerifier(wrong)).toThrow(expect.objectContaining({ code: 'malformed-key' }));
    expect(() => witness('two words', generateKeyPairSync('ed25519').privateKey)).toThrow(
      expect.objectContaining({ code: 'malformed-key' }),
    );
  });
});
