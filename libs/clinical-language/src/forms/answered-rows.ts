import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { endOfOption, endsItem, endsRow, rewrite, type Sign, signAt } from './forms';

type Tokens = readonly Token[];

/** What stands between an item and its answer. */
const ASKS: ReadonlySet<string> = new Set(['?', ':', '|']);

/** An answer right behind what asks for it. */
interface Answer extends Stretch {
  /** The box or sign that it is; undefined for a word. */
  readonly sign: Sign | undefined;
}

function answerAt(tokens: Tokens, from: number): Answer | undefined {
  if (!ASKS.has(textAt(tokens, from - 1))) return undefined;
  const sign = signAt(tokens, from);
  const to = sign?.to ?? endOfOption(tokens, from);
  return to === undefined ? undefined : { from, to, sign };
}

/** "fever? no *cough?*": whether the next item begins behind the answer, with nothing but a space between them. */
const isRunOn = (tokens: Tokens, { to }: Answer): boolean => {
  const [last, next] = [tokens[to - 1], tokens[to]];
  const isNumbered =
    next?.text === '(' && tokens[to + 1]?.kind === 'number' && textAt(tokens, to + 2) === ')';
  return last !== undefined && next !== undefined && (isNumbered || !endsItem(next)) && next.start > last.end;
};

/** What goes on behind an answer, as far as its row goes: another answer, or a list of boxes. */
function nextOf(tokens: Tokens, { to }: Answer): 'answer' | 'sign' | undefined {
  for (let at = to; !endsRow(tokens[at]); at += 1) {
    if (at > to && answerAt(tokens, at) !== undefined) return 'answer';
    if (signAt(tokens, at) !== undefined) return 'sign';
  }
  return undefined;
}

/** An answer of a row of them, or a sign alone; not the first box of a list ("ROS: [x] cough [ ] fever"). */
function answerOfRowAt(tokens: Tokens, at: number): Answer | undefined {
  const answer = answerAt(tokens, at);
  if (answer === undefined) return undefined;
  const next = nextOf(tokens, answer);
  const isSign = answer.sign !== undefined;
  const isOfRow = next === 'answer' ? isSign || isRunOn(tokens, answer) : isSign && next === undefined;
  return isOfRow ? answer : undefined;
}

/**
 * Ends each item of a row behind its answer, and writes out what a sign says: "fever? ✗ cough? ✓" as "fever? no, cough? yes",
 * 恶心｜有 呕吐｜无 as 恶心：有，呕吐：无.
 */
export const writeAnsweredRows = (tokens: Tokens): Tokens =>
  rewrite(
    tokens,
    (at) => answerOfRowAt(tokens, at),
    (form, answer) => {
      form.askAgain();
      if (answer.sign === undefined) form.copy(tokens.slice(answer.from, answer.to));
      else form.answer(answer.sign.says);
      if (isRunOn(tokens, answer)) form.divide();
    },
  );
