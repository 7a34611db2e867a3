/** One word in Latin letters, with what of its writing tells a name from a word. */
export interface EnglishToken {
  /** As written, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  /** Behind the word and before a possessive ending. */
  readonly end: number;
  readonly shape: 'capital' | 'capitals' | 'initial' | 'lower';
  readonly possessive: boolean;
  /** What stands between it and the word before. */
  readonly gap: string;
  /** Opens a sentence, a line or what follows a colon, where every word has a capital. */
  readonly opens: boolean;
}

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

function shapeOf(text: string): EnglishToken['shape'] {
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
    const ending = /'s?$/iu.exec(written)?.[0] ?? '';
    const word = written.slice(0, written.length - ending.length);
    const gap = text.slice(before?.end ?? 0, index);
    const abbreviated = before !== undefined && /^\. ?$/.test(gap) && ABBREVIATES.test(before.lower);
    before = {
      text: word,
      lower: word.toLowerCase(),
      start: index,
      end: index + word.length,
      shape: shapeOf(word),
      possessive: ending !== '',
      gap,
      opens: before === undefined || (OPENS.test(gap) && !abbreviated),
    };
    tokens.push(before);
  }
  return tokens;
}
