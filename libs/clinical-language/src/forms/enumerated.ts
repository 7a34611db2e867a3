import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';

type Tokens = readonly Token[];

const BEFORE_NUMBER = /^[(q第]$/;
const BEHIND_NUMBER = /^[.):、]$/;

/** Whether a token is the nth number, or the nth letter. */
const COUNTS: readonly ((token: Token | undefined, nth: number) => boolean)[] = [
  (token, nth) => token?.kind === 'number' && Number(token.text) === nth,
  (token, nth) => token?.text === String.fromCharCode('a'.charCodeAt(0) + nth - 1),
];

const isApart = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.kind === 'word' &&
  tokens[at - 1]?.end !== tokens[at]?.start &&
  tokens[at + 1]?.start !== tokens[at]?.end;

/** ": 1 fever, 2 rash", "any of these? 1 fever": a number behind a mark, before a word. */
const opensItem = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.kind === 'number' && tokens[at + 1]?.kind === 'word' && /^[:,;?]$/.test(textAt(tokens, at - 1));

/** "1 itchy eyes *2* sneezing": a number between words, where the one before it counts. */
const goesOn = (tokens: Tokens, at: number): boolean =>
  tokens[at - 1]?.kind === 'word' && tokens[at]?.kind === 'number' && tokens[at + 1]?.kind === 'word';

const isMarked = (tokens: Tokens, at: number): boolean =>
  BEHIND_NUMBER.test(textAt(tokens, at + 1)) ||
  BEFORE_NUMBER.test(textAt(tokens, at - 1)) ||
  tokens[at + 1]?.kind === 'han' ||
  opensItem(tokens, at) ||
  isApart(tokens, at);

/** 1 切口红肿 2 发热 3 腹胀, "(a) toothache (b) bad breath": where numbered items stand, behind their numbers. */
export function numberedIn(tokens: Tokens, { from, to }: Stretch): Stretch[] {
  for (const isNth of COUNTS) {
    const starts: number[] = [];
    for (let at = from; at < to; at += 1)
      if (
        isNth(tokens[at], starts.length + 1) &&
        (isMarked(tokens, at) || (starts.length > 0 && goesOn(tokens, at)))
      )
        starts.push(at);
    if (starts.length < 2) continue;
    return starts.map((start, place) => {
      const next = starts[place + 1];
      if (next === undefined) return { from: start + 1, to };
      return { from: start + 1, to: BEFORE_NUMBER.test(textAt(tokens, next - 1)) ? next - 1 : next };
    });
  }
  return [];
}
