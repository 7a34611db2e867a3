import { normalise } from '../text/normalise';
import { type Token, tokenise } from '../text/tokens';
import { isTransparent } from './function-words';

/** The tokens of a dictionary phrase that count in look-up. */
function phraseTokens(phrase: string): Token[] {
  return tokenise(normalise(phrase)).filter((token) => !isTransparent(token) && token.kind !== 'line-end');
}

/** Keys of a dictionary phrase, by stem. */
export function phraseKeys(phrase: string): string[] {
  return phraseTokens(phrase).map((token) => token.key);
}

/** Reads each phrase once, however many dictionaries it enters. */
export class PhraseReader {
  private readonly read = new Map<string, readonly Token[]>();

  /** As {@link phraseTokens}. */
  tokens(phrase: string): readonly Token[] {
    const known = this.read.get(phrase);
    if (known !== undefined) return known;
    const tokens = phraseTokens(phrase);
    this.read.set(phrase, tokens);
    return tokens;
  }

  /** As {@link phraseKeys}. */
  keys(phrase: string): string[] {
    return this.tokens(phrase).map((token) => token.key);
  }
}

/** Keys of a dictionary phrase as written, for cues whose exact form matters. */
export function surfaceKeys(phrase: string): string[] {
  return tokenise(normalise(phrase)).map((token) => token.text);
}

/** Whether a phrase is in Chinese. */
export function isHan(phrase: string): boolean {
  return /\p{Script=Han}/u.test(phrase);
}
