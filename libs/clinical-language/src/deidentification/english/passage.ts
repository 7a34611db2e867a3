import { type EnglishToken, englishTokens } from './tokens';

/** Titles before a name, which never belong to it. */
export const TITLE = /^(?:mr|mrs|ms|miss|mx|master|dr|prof|professor|sir|madam|rev|capt|sgt|lady|lord)$/;
/** What stands behind "Dr" without being anybody's name. */
const NO_TITLED =
  /^(?:Surgeon|Consultant|Registrar|Doctor|Nurse|On|In|Of|The|And|At|To|Who|Whom|Patient|Sir|Madam|Colleague|Team)$/;
/** Relations and posts that stand before a name, and before words as well (Nurse Manager). */
export const ADDRESS =
  /^(?:sister|nurse|matron|sr|auntie|aunty|aunt|uncle|pastor|imam|father|brother|officer|constable|pc|granny|nanny|nana|grandma|grandpa|cousin)$/;

/** A text and its words in Latin letters, with what stands around each. */
export class Passage {
  readonly tokens: readonly EnglishToken[];

  constructor(readonly text: string) {
    this.tokens = englishTokens(text);
  }

  /** What stands behind a word. */
  after({ end }: EnglishToken): string {
    return this.text.slice(end, end + 40);
  }

  /** What stands before a word. */
  before({ start }: EnglishToken): string {
    return this.text.slice(Math.max(0, start - 18), start);
  }

  /** Mr Bell, Dr Hope: whatever stands behind a title names somebody. */
  isTitled(token: EnglishToken, at: number): boolean {
    const before = this.tokens[at - 1];
    if (before === undefined || !/^\.? ?$/.test(token.gap)) return false;
    // 530 ms. Bloods: milliseconds
    if (before.text === 'ms' && token.gap !== ' ') return false;
    if (TITLE.test(before.lower)) {
      if (token.shape === 'initial') return !/^\.?[\p{L}\d]/u.test(this.after(token));
      return !NO_TITLED.test(token.text);
    }
    return (
      ADDRESS.test(before.lower) &&
      token.shape !== 'capitals' &&
      (token.nameClass === 'given' || token.nameClass === 'maybe' || token.nameClass === 'unknown')
    );
  }

  /** Mr van Rijn: a particle behind a title belongs to the name. */
  followsTitle(at: number): boolean {
    return TITLE.test(this.tokens[at - 1]?.lower ?? '');
  }

  /** Between two capitalised words, as in a heading. */
  isInTitleCase(at: number): boolean {
    const isHeading = (token: EnglishToken | undefined): boolean =>
      token?.shape === 'capital' && (token.nameClass === 'word' || token.nameClass === 'stop');
    const next = this.tokens[at + 1];
    return (
      isHeading(this.tokens[at - 1]) && this.tokens[at]?.gap === ' ' && isHeading(next) && next?.gap === ' '
    );
  }
}
