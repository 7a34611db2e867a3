import { type CodedAnswer } from '@openrounds/contracts';
import { packAnswer, unpackOwnAnswer } from '@openrounds/run-flow';

/** As many runs end at about the same time as somebody waits for in a busy minute; an answer is about a megabyte in use. */
const KEPT = 4;

interface KnownAnswer {
  readonly packed: Buffer;
  readonly answer: CodedAnswer;
}

const last: KnownAnswer[] = [];

/** Packs an answer for its row, and keeps it for a moment: a run that somebody waits for is read as soon as its list is written. */
export function packForRow(answer: CodedAnswer): Buffer {
  const packed = packAnswer(answer);
  last.push({ packed, answer });
  if (last.length > KEPT) last.shift();
  return packed;
}

/** The answer of a row. It may be one that others hold as well: nobody changes one. */
export const unpackFromRow = (packed: Buffer): CodedAnswer =>
  last.find((known) => known.packed.equals(packed))?.answer ?? unpackOwnAnswer(packed);
