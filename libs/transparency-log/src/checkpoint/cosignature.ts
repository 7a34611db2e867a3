import { type KeyObject } from 'node:crypto';
import { isSigned, publicKeyOf, rawPublicKey, sha256, signingKey, signs } from './ed25519-key';
import { LogFormatError } from './log-format-error';
import { type NoteSignature, signatureLine, type SignedNote } from './note-format';
import { COSIGNATURE, parseVerifierKey, verifierKeyOf } from './verifier-key';

/** Who says of a log, from outside, that it only grew. */
export interface Witness {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  /** What those are given who are to know the witness: `name+keyid+base64(0x04 ‖ public key)`. */
  readonly verifierKey: string;
  /** The line that goes below a checkpoint's note, with its line feed. @param text - of the checkpoint */
  readonly cosign: (text: string, at: Date) => string;
}

/** Whose cosignature is expected. */
export interface WitnessVerifier {
  readonly name: string;
  readonly keyId: string;
  /** When the witness signed; undefined where it did not. */
  readonly signedAt: (text: string, signature: Uint8Array) => Date | undefined;
}

/** A cosignature that holds. */
export interface Cosigned {
  readonly name: string;
  readonly at: Date;
}

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;
/** The latest time that a `Date` holds, in seconds. */
const LATEST = 8_640_000_000_000n;

/**
 * A witness from an Ed25519 private key. The signed message does not hold the name: a key serves one witness only.
 *
 * @param privateKey - a key object, or PKCS #8 PEM.
 * @throws LogFormatError `malformed-key`.
 */
export function witness(name: string, privateKey: KeyObject | string): Witness {
  const key = signingKey(privateKey);
  const { keyId, verifierKey } = verifierKeyOf(name, rawPublicKey(key), sha256, COSIGNATURE);
  const cosign = (text: string, at: Date): string => {
    const seconds = BigInt(Math.floor(at.getTime() / 1000));
    const time = Buffer.alloc(TIME_BYTES);
    time.writeBigUInt64BE(seconds);
    const signature = Buffer.concat([time, signs(key, cosigned(text, seconds))]);
    return signatureLine({ name, keyId, signature });
  };
  return { name, keyId, verifierKey, cosign };
}

/** @throws LogFormatError `malformed-key`, also for the key of a log. */
export function witnessVerifier(verifierKey: string): WitnessVerifier {
  const { name, keyId, publicKey } = parseVerifierKey(verifierKey, sha256, COSIGNATURE);
  const key = publicKeyOf(publicKey);
  const signedAt = (text: string, signature: Uint8Array): Date | undefined => {
    if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
    const seconds = Buffer.from(signature).readBigUInt64BE();
    const message = cosigned(text, seconds);
    if (seconds > LATEST || !isSigned(key, message, signature.subarray(TIME_BYTES))) return undefined;
    return new Date(Number(seconds) * 1000);
  };
  return { name, keyId, signedAt };
}

/**
 * What a known witness says of a checkpoint by one signature; undefined where the key is of none of them.
 *
 * @throws LogFormatError `bad-signature`
 */
export function cosignedBy(
  text: string,
  { name, keyId, signature }: NoteSignature,
  witnesses: readonly WitnessVerifier[],
): Cosigned | undefined {
  const known = witnesses.find((each) => each.name === name && each.keyId === keyId);
  if (known === undefined) return undefined;
  const at = known.signedAt(text, signature);
  if (at === undefined)
    throw new LogFormatError('bad-signature', `the cosignature of ${name} does not fit the checkpoint`);
  return { name, at };
}

/**
 * The known witnesses that signed a note.
 *
 * @throws LogFormatError `bad-signature` where one of a known witness does not fit: then the note is to be refused
 */
export function cosignaturesOf(
  { text, signatures }: SignedNote,
  witnesses: readonly WitnessVerifier[],
): readonly Cosigned[] {
  return signatures.flatMap((signature) => cosignedBy(text, signature, witnesses) ?? []);
}

/** The message of C2SP tlog-cosignature for Ed25519. */
const cosigned = (text: string, seconds: bigint): string =>
  `cosignature/v1\ntime ${String(seconds)}\n${text}`;
