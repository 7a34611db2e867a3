import { classOfName, isParticle, type NameClass } from './english-classes';
import { type Passage } from './passage';

export type Shape = 'capital' | 'capitals' | 'initial' | 'lower' | 'none';

/** One word in Latin letters: how it is written and what it may be. */
export interface EnglishWord {
  readonly at: number;
  /** Without a possessive ending. */
  readonly written: string;
  readonly possessive: boolean;
  readonly shape: Shape;
  readonly nameClass: NameClass;
}

const POSSESSIVE = /'s?$/u;
const CAPITALISED =
  /^(?:\p{Lu}[\p{Ll}\p{M}]+(?:'?\p{Lu}?\p{Ll}+)*|\p{Lu}'\p{Lu}\p{Ll}+|[dl]'\p{Lu}\p{Ll}+)$/u;
const LATIN = /\p{Script=Latin}/u;

function shapeOf(written: string): Shape {
  if (!LATIN.test(written) || /\d/u.test(written)) return 'none';
  if (/^\p{Lu}$/u.test(written)) return 'initial';
  if (CAPITALISED.test(written)) return 'capital';
  return /^\p{Lu}['\p{Lu}]+$/u.test(written) ? 'capitals' : 'lower';
}

const asCapital = (written: string): string => written.charAt(0) + written.slice(1).toLowerCase();
const capitalised = (lower: string): string => lower.charAt(0).toUpperCase() + lower.slice(1);
const SMALL = /^[a-z]+$/u;

/** A word as names see it; undefined for a number, a mark or Chinese. */
export function englishWord(passage: Passage, at: number): EnglishWord | undefined {
  if (passage.kind(at) !== 'word') return undefined;
  const whole = passage.written(at);
  const possessive = POSSESSIVE.test(whole);
  const written = possessive ? whole.replace(POSSESSIVE, '') : whole;
  if (SMALL.test(written))
    return { at, written, possessive, shape: 'lower', nameClass: classOfName(capitalised(written)) };
  const shape = shapeOf(written);
  if (shape === 'none') return undefined;
  const asWritten = shape === 'initial' ? 'word' : classOfName(written);
  // GP and LDH are listed as they are written, BAKER as Baker
  const isListed = shape !== 'capitals' || asWritten === 'stop' || asWritten === 'medical';
  return {
    at,
    written,
    possessive,
    shape,
    nameClass: isListed ? asWritten : classOfName(asCapital(written)),
  };
}

const SENTENCE_ENDS = new Set([
  '.',
  '!',
  '?',
  ';',
  ':',
  '"',
  '-',
  '•',
  '*',
  '|',
  '>',
  ']',
  '。',
  '；',
  '：',
  '，',
]);

/** Opens a sentence, a line or what follows a colon, where every word has a capital. */
export function opens(passage: Passage, at: number): boolean {
  const before = passage.tokens[at - 1];
  if (before === undefined || before.kind === 'line-end') return true;
  if (before.kind !== 'mark') return before.kind === 'han';
  if (before.text === '-') return passage.gap(at) !== '';
  if (before.text !== '.') return SENTENCE_ENDS.has(before.text);
  // "J. Okello", "Dr. Patel": behind these a full stop ends no sentence
  return !/^(?:\p{L}|mrs?|ms|dr|prof|st|rev|sr|fr|sgt|capt|co|no)$/u.test(passage.tokens[at - 2]?.text ?? '');
}

/** Whether a word goes on from the one before as the parts of one name do. */
function joins(passage: Passage, at: number): boolean {
  const gap = passage.gap(at);
  const before = passage.tokens[at - 1];
  if (before?.kind === 'word') return gap === ' ' || gap === '  ';
  if (before?.text === '-') return gap === '' && passage.gap(at - 1) === '';
  return (
    before?.text === '.' &&
    gap.length < 2 &&
    passage.gap(at - 1) === '' &&
    passage.end(at - 2) - passage.start(at - 2) === 1
  );
}

const isMark = (passage: Passage, at: number): boolean => passage.is(at, '-') || passage.is(at, '.');

const isQuote = (passage: Passage, at: number): boolean => passage.is(at, '"') || passage.is(at, "'");

/** The next word that a name could go on with: past a nickname in quotes, a hyphen, a stop behind an initial, small words of family names. */
export function nextInName(passage: Passage, at: number): EnglishWord | undefined {
  if (isQuote(passage, at + 1) && isQuote(passage, at + 3) && passage.gap(at + 4) === ' ') {
    const word = englishWord(passage, at + 4);
    return word?.shape === 'capital' && word.nameClass !== 'stop' ? word : undefined;
  }
  let next = at + 1;
  if (isMark(passage, next)) next += 1;
  for (let small = 0; small < 2 && joins(passage, next) && isParticle(passage.written(next)); small += 1)
    next += passage.is(next + 1, '-') ? 2 : 1;
  if (!joins(passage, next)) return undefined;
  const word = englishWord(passage, next);
  // Soo-jin: behind a hyphen a part of a name may be small
  const small =
    word?.shape === 'lower' &&
    (!passage.is(next - 1, '-') || word.nameClass === 'word' || word.nameClass === 'stop');
  return small ? undefined : word;
}
