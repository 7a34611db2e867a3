import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Stretch, type Token, tokenOf } from '../model/token';
import { standsAt, textAt } from '../normalise/at-position';
import { byKey } from '../normalise/lists-by-key';
import { ANSWER_WORDS, type Says } from './answers';
import { normalise } from '../normalise/normalise';
import { surfaceKeys } from '../normalise/phrases';
import { tokenise } from '../normalise/tokens';

/** `lexicon/options.yaml`: boxes and signs of forms, and what can be chosen by them. */
const words = z.array(z.string());
const answer = z.strictObject({ en: z.string(), zh: z.string() });
const ROWS = lexiconRows(
  'options',
  z.strictObject({
    ticked: words,
    empty: words,
    options: words,
    present: words,
    absent: words,
    unsure: words,
    open: words,
    close: words,
    circles: z.array(z.strictObject({ open: z.string(), close: z.string() })),
    between: words,
    opposites: z.strictObject({ yes: words, no: words }),
    answers: z.strictObject({ yes: answer, no: answer, unsure: answer, past: answer, unasked: answer }),
  }),
);

type Tokens = readonly Token[];
type Phrase = readonly string[];

const longestFirst = (a: Phrase, b: Phrase): number => b.length - a.length;
const phrasesOf = (phrases: readonly string[]): ReadonlyMap<string, readonly Phrase[]> =>
  byKey(phrases.map((phrase): Phrase => surfaceKeys(phrase)).sort(longestFirst), ([first = '']) => first);
const marksOf = (marks: readonly string[]): ReadonlySet<string> =>
  new Set(marks.map((mark) => normalise(mark).text));

const OPTIONS = phrasesOf([...ROWS.options, ...ANSWER_WORDS]);
const BOXES = { yes: phrasesOf(ROWS.ticked), no: phrasesOf(ROWS.empty), unsure: phrasesOf([]) };
const SIGNS = {
  yes: phrasesOf([...ROWS.ticked, ...ROWS.present]),
  no: phrasesOf([...ROWS.empty, ...ROWS.absent]),
  unsure: phrasesOf(ROWS.unsure),
};

/** What a box or a sign says. */
export type Said = keyof typeof SIGNS;
const SAID = ['yes', 'no', 'unsure'] as const satisfies readonly Said[];
const OPEN = marksOf(ROWS.open);
const CLOSE = marksOf(ROWS.close);
const BETWEEN = marksOf(ROWS.between);
const OPPOSITES = phrasesOf(Object.values(ROWS.opposites).flat());
const YES = phrasesOf(ROWS.opposites.yes);

/** Where the longest of some phrases ends that begins at a position. */
function endOf(
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  tokens: Tokens,
  at: number,
): number | undefined {
  const found = phrases.get(textAt(tokens, at))?.find((phrase) => standsAt(tokens, at, phrase));
  return found && at + found.length;
}

/** A box or a sign. Token positions, end exclusive. */
export interface Sign extends Stretch {
  readonly says: Said;
}

function oneOf(signs: typeof BOXES, tokens: Tokens, from: number): Sign | undefined {
  for (const says of SAID) {
    const to = endOf(signs[says], tokens, from);
    if (to !== undefined) return { from, to, says };
  }
  return undefined;
}

/** The box that begins at a position. */
export const boxAt = (tokens: Tokens, at: number): Sign | undefined => oneOf(BOXES, tokens, at);
/** The box, or the sign of a list, that begins at a position. */
export const signAt = (tokens: Tokens, at: number): Sign | undefined => oneOf(SIGNS, tokens, at);
/** Where an answer ends that begins at a position. */
export const endOfOption = (tokens: Tokens, at: number): number | undefined => endOf(OPTIONS, tokens, at);

/** Whether the word that begins at a position says yes. */
export const saysYes = (tokens: Tokens, at: number): boolean => endOf(YES, tokens, at) !== undefined;

/** A remark behind an answer in brackets is so long. */
const LONGEST_REMARK = 12;

/** "[no]", "[no → Q2]": where the answer ends that brackets hold, and where they close. */
export function answerInBrackets(tokens: Tokens, at: number): { to: number; close: number } | undefined {
  if (!OPEN.has(textAt(tokens, at))) return undefined;
  const to = endOfOption(tokens, at + 1);
  if (to === undefined) return undefined;
  if (!/^[→▼▾,;-]$/.test(textAt(tokens, to)))
    return CLOSE.has(textAt(tokens, to)) ? { to, close: to } : undefined;
  for (let close = to; close < to + LONGEST_REMARK; close += 1)
    if (CLOSE.has(textAt(tokens, close))) return { to, close };
  return undefined;
}

/** One of the answers to choose from, circled or not: "(Y)" and "N" of "(Y) / N". Token positions, end exclusive. */
export interface Choice extends Stretch {
  /** Where it ends, its circle included. */
  readonly end: number;
  readonly isCircled: boolean;
  /** Whether its circle is written for nothing else: round brackets hold remarks as well. */
  readonly isSure: boolean;
  /** Whether there is but one other answer: yes or no. */
  readonly isOpposite: boolean;
}

/** What stands before an option that is chosen, and behind it. */
interface Circle {
  readonly open: Phrase;
  readonly close: Phrase;
}

const CIRCLES = ROWS.circles.map(({ open, close }): Circle => ({
  open: surfaceKeys(open),
  close: surfaceKeys(close),
}));

const TICK = /^[√✓✔]$/;

/** What encircles the option behind a position: 有/√无 has a tick close before it. */
function circleAt(tokens: Tokens, at: number): Circle | undefined {
  const isTick = TICK.test(textAt(tokens, at)) && tokens[at]?.end === tokens[at + 1]?.start;
  if (isTick) return { open: [textAt(tokens, at)], close: [] };
  return CIRCLES.find(({ open }) => standsAt(tokens, at, open));
}

/** "no*", 无√: what is set close behind the option that is chosen; 有√无 has it before the next. */
function tickBehind(tokens: Tokens, to: number): Phrase | undefined {
  const text = textAt(tokens, to);
  const [before, tick, next] = [tokens[to - 1], tokens[to], tokens[to + 1]];
  if (tick === undefined || before?.end !== tick.start) return undefined;
  if (text === '*') return [text];
  const isClose = TICK.test(text);
  const isBeforeNext = tick.end === next?.start && endOfOption(tokens, to + 1) !== undefined;
  return isClose && !isBeforeNext ? [text] : undefined;
}

export function choiceAt(tokens: Tokens, at: number): Choice | undefined {
  const circle = circleAt(tokens, at);
  const from = at + (circle?.open.length ?? 0);
  const to = endOfOption(tokens, from);
  if (to === undefined) return undefined;
  const isOpposite = endOf(OPPOSITES, tokens, from) === to;
  const close = circle?.close ?? tickBehind(tokens, to);
  if (close === undefined) return { from, to, end: to, isCircled: false, isSure: false, isOpposite };
  if (!standsAt(tokens, to, close)) return undefined;
  return {
    from,
    to,
    end: to + close.length,
    isCircled: true,
    isSure: textAt(tokens, at) !== '(',
    isOpposite,
  };
}

/** "/" of "yes / no". */
export const isBetweenChoices = (tokens: Tokens, at: number): boolean => BETWEEN.has(textAt(tokens, at));

const isCircle = (tokens: Tokens, at: number): boolean => choiceAt(tokens, at)?.isCircled === true;

/** "Y / N": whether an answer stands on either side of what parts answers. */
const isBetweenAnswers = (tokens: Tokens, at: number): boolean =>
  isBetweenChoices(tokens, at) &&
  endOf(OPPOSITES, tokens, at + 1) !== undefined &&
  endOf(OPPOSITES, tokens, at - 1) === at;

/** Whether a text has a box, a sign of a list, an answer in brackets or answers to choose from: most have none. */
export const hasForm = (tokens: Tokens): boolean =>
  tokens.some(
    (_, at) =>
      signAt(tokens, at) !== undefined ||
      answerInBrackets(tokens, at) !== undefined ||
      isCircle(tokens, at) ||
      (textAt(tokens, at) === '"' && endOfOption(tokens, at + 1) !== undefined) ||
      isBetweenAnswers(tokens, at),
  );

/** Items are short. */
export const LONGEST_ITEM = 8;

/** What parts items, or lines. */
export const endsItem = ({ kind }: Token): boolean => kind === 'mark' || kind === 'line-end';

const ENDS_ROW = /^[.。;!]$/;
/** What ends the row, or the list, in which items stand. */
export const endsRow = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'line-end' || (token.kind === 'mark' && ENDS_ROW.test(token.text));

/** A form as it is written anew, so that it reads like a list of questions and answers. */
export class WrittenForm {
  readonly tokens: Token[] = [];

  /** What is written as it stands. */
  copy(tokens: Tokens): void {
    for (const token of tokens) this.tokens.push(token);
  }

  /** A mark in no place of its own. */
  private mark(text: string, at: number): void {
    this.tokens.push(tokenOf({ kind: 'mark', text, key: text, start: at, end: at }));
  }

  /** Asks for what was written last, unless a mark stands there. */
  ask(): void {
    const last = this.tokens.at(-1);
    if (last !== undefined && !endsItem(last)) this.mark(':', last.end);
  }

  /** "|" before an answer asks for it. */
  askAgain(): void {
    const last = this.tokens.at(-1);
    if (last !== undefined && BETWEEN.has(last.text))
      this.tokens.splice(-1, 1, { ...last, text: ':', key: ':' });
  }

  /** Ends an item, whatever stands there. */
  end(): void {
    const last = this.tokens.at(-1);
    if (last !== undefined) this.mark(',', last.end);
  }

  /** Ends an item, unless a mark stands there. */
  divide(): void {
    const last = this.tokens.at(-1);
    if (last !== undefined && !endsItem(last)) this.end();
  }

  /** Ends an item before what goes on without a mark. */
  divideBefore(next: Token | undefined): void {
    if (next !== undefined && !endsItem(next)) this.divide();
  }

  /** Ends a line of a form. */
  close(): void {
    const last = this.tokens.at(-1);
    if (last !== undefined) this.mark('。', last.end);
  }

  /** An answer that a sign or a code stands for, in the language of what it answers. */
  answer(says: Says): void {
    const last = this.tokens.at(-1);
    if (last === undefined) return;
    const item = this.tokens.findLast(({ kind }) => kind !== 'mark');
    const word = ROWS.answers[says][item?.kind === 'han' ? 'zh' : 'en'];
    // what was there says when, and is no answer to whether it is
    if (says === 'past') this.divide();
    else if (last.text === ')') this.mark(':', last.end);
    else this.ask();
    for (const token of tokenise(normalise(word)))
      this.tokens.push(tokenOf({ ...token, start: last.end, end: last.end }));
  }
}

/** Writes anew what is read at some places, one behind the other; all else stays as it stands. */
export function rewrite<Read extends Stretch>(
  tokens: Tokens,
  readAt: (at: number) => Read | undefined,
  write: (form: WrittenForm, read: Read) => void,
): Tokens {
  const form = new WrittenForm();
  let copied = 0;
  for (let at = 0; at < tokens.length;) {
    const read = readAt(at);
    if (read === undefined) {
      at += 1;
      continue;
    }
    form.copy(tokens.slice(copied, read.from));
    write(form, read);
    copied = at = read.to;
  }
  if (copied === 0) return tokens;
  form.copy(tokens.slice(copied));
  return form.tokens;
}
