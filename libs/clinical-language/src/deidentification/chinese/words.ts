/** The dictionary of the runtime (ICU), which knows some hundred thousand Chinese words and hardly any name. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words begin in a stretch of Chinese characters. */
export interface ChineseWords {
  /** Whether a word begins (or the stretch ends) here. */
  readonly breaksAt: (offset: number) => boolean;
  /** How long the word is that begins here. */
  readonly lengthAt: (offset: number) => number;
}

/** A clause is seldom longer; the segmenter is slow on what is. */
const LONGEST = 100;

/** Splits a stretch of Chinese characters into words. */
export function chineseWords(stretch: string): ChineseWords {
  const lengths = new Uint8Array(stretch.length);
  for (let at = 0; at < stretch.length; at += LONGEST) {
    for (const { segment, index } of SEGMENTER.segment(stretch.slice(at, at + LONGEST))) {
      lengths[at + index] = segment.length;
    }
  }
  return {
    breaksAt: (offset) => offset === stretch.length || (lengths[offset] ?? 0) > 0,
    lengthAt: (offset) => lengths[offset] ?? 0,
  };
}
