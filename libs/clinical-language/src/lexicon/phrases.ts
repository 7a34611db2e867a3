import { normalise } from '../text/normalise';
import { unifyEnglishWords } from '../text/same-words-en';
import { unifyHanWords } from '../text/same-words-zh';
import { spellingOf, type Token, tokenise } from '../text/tokens';
import { isTransparent } from './function-words';

const counts = (token: Token): boolean =>
  !isTransparent(token) && token.silent !== true && token.kind !== 'line-end';

/** The tokens of a dictionary phrase that count in look-up. */
function phraseTokens(phrase: string): Token[] {
  return unifyHanWords(tokenise(normalise(phrase))).filter(counts);
}

/** Keys of a dictionary phrase, by stem. */
export function phraseKeys(phrase: string): string[] {
  return phraseTokens(phrase).map((token) => token.key);
}

/** Tokens as they stand, spelling variants apart. */
export function wordingOf(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => !isTransparent(token))
    .map((token) => spellingOf(token))
    .join('');
}

/** Reads each phrase once, however many dictionaries it enters. */
export class PhraseReader {
  private readonly read = new Map<string, readonly Token[]>();
  private readonly unified = new Map<string, readonly Token[]>();

  /** As {@link phraseTokens}. */
  tokens(phrase: string): readonly Token[] {
    const known = this.read.get(phrase);
    if (known !== undefined) return known;
    const tokens = phraseTokens(phrase);
    this.read.set(phrase, tokens);
    return tokens;
  }

  /** The same, English words of one class under one key. */
  classes(phrase: string): readonly Token[] {
    const known = this.unified.get(phrase);
    if (known !== undefined) return known;
    const tokens = unifyEnglishWords(this.tokens(phrase)).filter(counts);
    this.unified.set(phrase, tokens);
    return tokens;
  }

  /** Keys of a dictionary phrase, by class. */
  classKeys(phrase: string): string[] {
    return this.classes(phrase).map((token) => token.key);
  }

  /** The phrase as it is compared with a text word by word: only spelling variants fall together. */
  wording(phrase: string): string {
    return wordingOf(tokenise(normalise(phrase)));
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
