import { isKnownWord } from '../words/english-words';
import { classOfName, type NameClass } from './name-class';

type Shape = 'capital' | 'capitals' | 'initial' | 'lower';

const capitalised = (lower: string): string =>
  lower.replace(/(?:^|-)\p{Ll}/gu, (letter) => letter.toUpperCase());

/** One word in Latin letters, with what of its writing tells a name from a word. */
export class EnglishToken {
  readonly lower: string;
  readonly shape: Shape;
  private known: NameClass | undefined;

  constructor(
    /** As written, without a possessive ending. */
    readonly text: string,
    readonly start: number,
    readonly possessive: boolean,
    /** What stands between it and the word before. */
    readonly gap: string,
    /** Opens a sentence, a line or what follows a colon, where every word has a capital. */
    readonly opens: boolean,
  ) {
    this.lower = text.toLowerCase();
    this.shape = shapeOf(text);
  }

  /** Behind the word and before a possessive ending. */
  get end(): number {
    return this.start + this.text.length;
  }

  /** What the word may be; looked up when it is asked for, which for most words is never. */
  get nameClass(): NameClass {
    this.known ??= this.classify();
    return this.known;
  }

  private classify(): NameClass {
    if (this.shape === 'capital') return classOfName(this.text);
    if (this.shape === 'initial') return 'word';
    const nameClass = classOfName(capitalised(this.lower));
    return nameClass === 'given' && isKnownWord(this.lower) ? 'maybe' : nameClass;
  }
}

const NO_NAME: ReadonlySet<NameClass> = new Set(['word', 'stop']);

/** Whether a word can be part of a name. */
export const isName = ({ nameClass }: EnglishToken): boolean => !NO_NAME.has(nameClass);

const LATIN = '\\p{Script=Latin}\\p{M}';
const TOKEN = new RegExp(
  `(?<![${LATIN}\\p{N}_@])[${LATIN}][${LATIN}]*(?:['-][${LATIN}]+){0,3}(?![\\p{N}_@])`,
  'gu',
);
const OPENS = /[.!?:;\n"(\]]|(?:^|\s)-\s*$|\p{Script=Han}/u;
/** Behind these a full stop ends no sentence. */
const ABBREVIATES = /^(?:mr|mrs|ms|dr|prof|st|rev|sr|sgt|capt|mx|\p{L})$/u;
const CAPITAL =
  /^(?:(?:[Aa]l|[Ee]l|[DdOo])['-]\p{Lu}\p{Ll}|\p{Lu}\p{Ll}|\p{Lu}'\p{Lu}\p{Ll}|(?:Mc|Mac|De|Fitz|Van|Di|La|Le)\p{Lu}\p{Ll})/u;
const HAS_CAPITAL_INSIDE = /^\p{Lu}\p{Ll}+\p{Lu}/u;
const WITH_PREFIX = /^(?:Mc|Mac|De|Fitz|Van|Di|La|Le|Al|El)\p{Lu}\p{Ll}/u;

/** Most words are written small, which the first letter tells. */
const SMALL = /^[a-z]+$/;

function shapeOf(text: string): Shape {
  if (SMALL.test(text)) return 'lower';
  if (/^\p{Lu}$/u.test(text)) return 'initial';
  if (
    CAPITAL.test(text) &&
    (text.includes('-') || text.includes("'") || !HAS_CAPITAL_INSIDE.test(text) || WITH_PREFIX.test(text))
  )
    return 'capital';
  return /^\p{Lu}[\p{Lu}'-]+$/u.test(text) ? 'capitals' : 'lower';
}

/** The words of a text in Latin letters; what touches a digit or an at sign is none. */
export function englishTokens(text: string): readonly EnglishToken[] {
  const tokens: EnglishToken[] = [];
  let before: EnglishToken | undefined;
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    const ending = written.includes("'") ? (/'s?$/iu.exec(written)?.[0] ?? '') : '';
    const word = written.slice(0, written.length - ending.length);
    const gap = text.slice(before?.end ?? 0, index);
    const abbreviated = before !== undefined && /^\. ?$/.test(gap) && ABBREVIATES.test(before.lower);
    const opens = before === undefined || (gap !== ' ' && OPENS.test(gap) && !abbreviated);
    before = new EnglishToken(word, index, ending !== '', gap, opens);
    tokens.push(before);
  }
  return tokens;
}
