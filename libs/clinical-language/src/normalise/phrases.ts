import { type Token } from '../model/token';
import { normalise } from './normalise';
import { unifyEnglishWords } from './same-words';
import { unifyHanWords } from './same-words';
import { spellingOf, tokenise } from './tokens';
import { isTransparent } from './function-words';

const counts = (token: Token): boolean =>
  !isTransparent(token) && token.silent !== true && token.kind !== 'line-end';

/** Of the tokens of a dictionary phrase those that count in look-up. */
const phraseTokens = (tokens: readonly Token[]): Token[] => unifyHanWords(tokens).filter(counts);

/** Keys of a dictionary phrase, by stem. */
export function phraseKeys(phrase: string): string[] {
  return phraseTokens(tokenise(normalise(phrase))).map((token) => token.key);
}

/** Tokens as they stand, spelling variants apart. */
export function wordingOf(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => !isTransparent(token))
    .map((token) => spellingOf(token))
    .join('');
}

/** What a phrase is looked up and compared by. */
interface ReadPhrase {
  readonly tokens: readonly Token[];
  readonly classes: readonly Token[];
  readonly wording: string;
}

/** Reads each phrase once, however many dictionaries it enters: there are tens of thousands. */
export class PhraseReader {
  private readonly read = new Map<string, ReadPhrase>();

  /** The tokens of the phrase that count in look-up. */
  tokens(phrase: string): readonly Token[] {
    return this.of(phrase).tokens;
  }

  /** The same, English words of one class under one key. */
  classes(phrase: string): readonly Token[] {
    return this.of(phrase).classes;
  }

  /** Keys of a dictionary phrase, by class. */
  classKeys(phrase: string): string[] {
    return this.classes(phrase).map((token) => token.key);
  }

  /** The phrase as it is compared with a text word by word: only spelling variants fall together. */
  wording(phrase: string): string {
    return this.of(phrase).wording;
  }

  /** As {@link phraseKeys}. */
  keys(phrase: string): string[] {
    return this.tokens(phrase).map((token) => token.key);
  }

  private of(phrase: string): ReadPhrase {
    const known = this.read.get(phrase);
    if (known !== undefined) return known;
    const written = tokenise(normalise(phrase));
    const tokens = phraseTokens(written);
    const isEnglish = tokens.some(({ kind }) => kind === 'word');
    // with the words that are passed over, of which a sense may hang: "the runs"
    const classes = isEnglish ? phraseTokens(unifyEnglishWords(written)) : tokens;
    const read = { tokens, classes, wording: wordingOf(written) };
    this.read.set(phrase, read);
    return read;
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
