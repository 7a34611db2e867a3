/** The dictionary of the runtime (ICU), which knows some hundred thousand Chinese words and hardly any name. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words begin in a clause. */
export interface ChineseWords {
  /** Whether a word begins (or the clause ends) here. */
  readonly breaksAt: (offset: number) => boolean;
  /** How long the word is that begins here. */
  readonly lengthAt: (offset: number) => number;
}

/** A clause is seldom longer; the segmenter is slow on what is. */
const LONGEST = 100;

/** Splits a stretch of text, given where it begins in the whole, so that offsets are those of the whole. */
export function chineseWords(stretch: string, from: number): ChineseWords {
  const lengths = new Uint8Array(stretch.length);
  for (let at = 0; at < stretch.length; at += LONGEST) {
    for (const { segment, index } of SEGMENTER.segment(stretch.slice(at, at + LONGEST))) {
      lengths[at + index] = segment.length;
    }
  }
  const end = from + stretch.length;
  return {
    breaksAt: (offset) => offset === end || (lengths[offset - from] ?? 0) > 0,
    lengthAt: (offset) => lengths[offset - from] ?? 0,
  };
}
