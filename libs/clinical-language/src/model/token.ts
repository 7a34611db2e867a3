/** Chinese is read character by character: the dictionary, not a segmenter, decides where words end. */
export type TokenKind = 'word' | 'number' | 'han' | 'mark' | 'line-end';

export interface Token {
  readonly kind: TokenKind;
  /** Lower case, normalised. */
  readonly text: string;
  /** What dictionary look-up compares: the stem of a word, the character itself otherwise. */
  readonly key: string;
  /** The stem of an English word that is looked up under the key of its class (tummy under abdomen). */
  readonly stem?: string;
  /** Belongs to a word that is looked up under its first part (子 in 肚子, "up" in "throwing up"): look-up passes over it. */
  readonly silent?: true;
  /** Written in capitals throughout. */
  readonly capitals?: true;
  /** UTF-16 units of the normalised text. */
  readonly start: number;
  readonly end: number;
}

/**
 * A token, of the same shape whatever it has: a dozen stages read every token of a text, and reading is several times
 * slower where tokens come in more than a few shapes.
 */
export const tokenOf = ({ kind, text, key, start, end, stem, silent, capitals }: Token): Token => ({
  kind,
  text,
  key,
  start,
  end,
  stem,
  silent,
  capitals,
});

/** A token that is looked up under the key of its class; `isSilent` where that stands before it. */
export const withKey = (token: Token, key: string, stem: string | undefined, isSilent: boolean): Token => ({
  kind: token.kind,
  text: token.text,
  key,
  start: token.start,
  end: token.end,
  stem,
  silent: isSilent ? true : token.silent,
  capitals: token.capitals,
});

/** Token positions, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
