import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { phraseAt } from './answers';
import { rewrite } from './forms';

type Tokens = readonly Token[];

/** "~~" opens and closes what is struck through. */
const isStrike = (tokens: Tokens, at: number): boolean =>
  textAt(tokens, at) === '~' && textAt(tokens, at + 1) === '~';
const STRIKE = 2;
const LONGEST = 16;

/** Something struck through, with the strikes. */
interface Struck extends Stretch {
  /** What it was. */
  readonly item: Stretch;
  readonly isAnswer: boolean;
}

function struckAt(tokens: Tokens, from: number): Struck | undefined {
  if (!isStrike(tokens, from)) return undefined;
  const start = from + STRIKE;
  for (let at = start + 1; at <= start + LONGEST && at < tokens.length; at += 1)
    if (isStrike(tokens, at)) {
      const isAnswer = phraseAt(tokens, start)?.to === at;
      return { from, to: at + STRIKE, item: { from: start, to: at }, isAnswer };
    }
  return undefined;
}

/** An answer that is struck through, with the stroke that parts it from the other one: "/ ~~No~~", "~~Yes~~ /". */
function struckWithStroke(tokens: Tokens, at: number): Struck | undefined {
  const isBehind = textAt(tokens, at) === '/';
  const struck = struckAt(tokens, isBehind ? at + 1 : at);
  if (struck?.isAnswer !== true) return isBehind ? undefined : struck;
  let { to } = struck;
  if (!isBehind && textAt(tokens, to) === '/') to += 1;
  // *delete as appropriate
  if (textAt(tokens, to) === '*') to += 1;
  return { ...struck, from: at, to };
}

/** Leaves out what is struck through where it is an answer ("Yes / ~~No~~"); an item that is struck through is denied. */
export const withoutStruck = (tokens: Tokens): Tokens =>
  rewrite(
    tokens,
    (at) => struckWithStroke(tokens, at),
    (form, { item, isAnswer }) => {
      if (isAnswer) return;
      form.divide();
      form.copy(tokens.slice(item.from, item.to));
      form.answer('no');
      form.divide();
    },
  );
