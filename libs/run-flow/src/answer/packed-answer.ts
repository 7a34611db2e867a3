import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CodedAnswer, type CarriedAnswer } from '@openrounds/contracts';

/** The fastest: an answer says the same ids again and again, and shrinks to a tenth of itself all the same. */
const LEVEL = 1;
/** Bytes of a packed answer in one part; base64 makes a third more of it, which a queue still carries. */
export const PART_BYTES = 128 * 1024;
/** More than fifty diseases with every finding of the largest case: what unpacks to more is none of ours. */
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;

/** What an answer was packed to, or unpacked from: it travels and rests in the same form, and nobody changes one. */
const packedForms = new WeakMap<CodedAnswer, Buffer>();

/** An answer as it travels and rests: JSON, deflated (RFC 1951). */
export function packAnswer(answer: CodedAnswer): Buffer {
  const packed = packedForms.get(answer) ?? packJson(answer);
  packedForms.set(answer, packed);
  return packed;
}

/**
 * Unpacks an answer and checks it.
 *
 * @throws Error where it is none
 */
export function unpackAnswer(packed: Buffer): CodedAnswer {
  const answer = CodedAnswer.parse(unpackJson(packed));
  packedForms.set(answer, packed);
  return answer;
}

/** Unpacks an answer that the service itself has put to rest: it was checked when it came. */
export const unpackOwnAnswer = (packed: Buffer): CodedAnswer => unpackJson(packed) as CodedAnswer;

/** Any JSON as it travels where it may be large. */
export const packJson = (value: unknown): Buffer => deflateRawSync(JSON.stringify(value), { level: LEVEL });

/** @throws Error where it is not what {@link packJson} makes, or larger than an answer may be */
export const unpackJson = (packed: Buffer): unknown =>
  JSON.parse(inflateRawSync(packed, { maxOutputLength: LARGEST_ANSWER_BYTES }).toString('utf8'));

/** Whether a packed answer travels inside a payload that has so many bytes left. */
export const fitsInto = (packed: Buffer, roomBytes: number): boolean =>
  4 * Math.ceil(packed.length / 3) <= roomBytes;

/** An answer inside its payload. */
export const inline = (packed: Buffer): CarriedAnswer => ({ packed: packed.toString('base64') });

/** An answer that stays with ddx-ranking and is asked for by its hash. */
export const byHash = (packed: Buffer): CarriedAnswer => ({
  sha256: sha256(packed),
  parts: Math.ceil(packed.length / PART_BYTES),
});

/** One part of a packed answer; empty beyond its end. */
export const partOf = (packed: Buffer, part: number): Buffer =>
  packed.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
