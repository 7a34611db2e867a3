import { type Token } from '../model/token';
import { textAt } from './at-position';
import { endOfOption, endsItem, type Sign, signAt, WrittenForm } from './forms';

type Tokens = readonly Token[];

/** What stands between an item and its answer. */
const ASKS: ReadonlySet<string> = new Set(['?', ':', '|']);
const ENDS_ROW = /^[.。;!]$/;

const endsRow = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'line-end' || (token.kind === 'mark' && ENDS_ROW.test(token.text));

/** An answer right behind what asks for it. Token positions, end exclusive. */
interface Answer {
  readonly from: number;
  readonly to: number;
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
  return last !== undefined && next !== undefined && !endsItem(next) && next.start > last.end;
};

/** What goes on behind an answer, as far as its row goes: another answer, or a list of boxes. */
function nextOf(tokens: Tokens, { to }: Answer): 'answer' | 'sign' | undefined {
  for (let at = to; !endsRow(tokens[at]); at += 1) {
    if (at > to && answerAt(tokens, at) !== undefined) return 'answer';
    if (signAt(tokens, at) !== undefined) return 'sign';
  }
  return undefined;
}

/** Whether an answer is one in a row of them, and not the first box of a list ("ROS: [x] cough [ ] fever"). */
function isOfRow(tokens: Tokens, answer: Answer): boolean {
  const next = nextOf(tokens, answer);
  return next === 'answer' ? answer.sign !== undefined || isRunOn(tokens, answer) : isLast(answer, next);
}

const isLast = ({ sign }: Answer, next: 'sign' | undefined): boolean =>
  sign !== undefined && next === undefined;

/**
 * Ends each item of a row behind its answer, and writes out what a sign says: "fever? ✗ cough? ✓" as "fever? no, cough? yes",
 * 恶心｜有 呕吐｜无 as 恶心：有，呕吐：无.
 */
export function writeAnsweredRows(tokens: Tokens): Tokens {
  if (!tokens.some((_, at) => answerAt(tokens, at) !== undefined)) return tokens;
  const form = new WrittenForm();
  for (let at = 0; at < tokens.length;) {
    const answer = answerAt(tokens, at);
    if (answer === undefined || !isOfRow(tokens, answer)) {
      form.copy(tokens.slice(at, at + 1));
      at += 1;
      continue;
    }
    form.askAgain();
    if (answer.sign === undefined) form.copy(tokens.slice(answer.from, answer.to));
    else form.answer(answer.sign.says);
    if (isRunOn(tokens, answer)) form.divide();
    at = answer.to;
  }
  return form.tokens;
}
