import { type Stretch, type Token } from '../model/token';
import { choiceAt, endsItem, saysYes, WrittenForm } from './forms';

type Tokens = readonly Token[];

/** Items of a row are short. */
const LONGEST_ITEM = 8;
/** Signs that are also written for other things: they answer only where every item of a row has one. */
const SIGN = /^[-–+±×]$/;

const isSign = (token: Token | undefined): boolean => token?.kind === 'mark' && SIGN.test(token.text);
const isGap = (one: Token | undefined, next: Token | undefined): boolean =>
  one === undefined || next === undefined || endsItem(one) || endsItem(next) || one.end < next.start;

/** "++" */
function signsAt(tokens: Tokens, from: number): Stretch | undefined {
  let to = from;
  while (isSign(tokens[to])) to += 1;
  return to > from ? { from, to } : undefined;
}

/** A yes or no that stands by itself. */
function wordAt(tokens: Tokens, at: number): Stretch | undefined {
  const choice = choiceAt(tokens, at);
  if (choice === undefined || choice.isCircled || !choice.isOpposite) return undefined;
  return isGap(tokens[at - 1], tokens[at]) && isGap(tokens[choice.to - 1], tokens[choice.to])
    ? choice
    : undefined;
}

/** What stands between two marks, and the answers in it. */
interface Row extends Stretch {
  readonly answers: readonly Stretch[];
}

function rowFrom(tokens: Tokens, from: number, answerAt: typeof wordAt): Row {
  const answers: Stretch[] = [];
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    const answer = answerAt(tokens, at);
    if (answer !== undefined) answers.push(answer);
    else if (token === undefined || endsItem(token)) break;
    at = answer?.to ?? at + 1;
  }
  return { from, to: at, answers };
}

/** Whether each item has its answer behind it, and not before: the row ends with one, and begins with none. */
function isAnsweredBehind({ from, to, answers }: Row): boolean {
  const ends = [from, ...answers.map((answer) => answer.to)];
  const items = answers.map((answer, place) => answer.from - (ends[place] ?? answer.from));
  return (
    answers.length > 1 &&
    answers.at(-1)?.to === to &&
    items.every((length) => length > 0 && length <= LONGEST_ITEM)
  );
}

/** A row that denies all may as well list denials: "no fever no". */
const saysYesOnce = (tokens: Tokens, { answers }: Row): boolean =>
  answers.some(({ from }) => isSign(tokens[from]) || saysYes(tokens, from));

function writeRow(form: WrittenForm, tokens: Tokens, { from, answers }: Row): void {
  let start = from;
  for (const [place, answer] of answers.entries()) {
    if (place > 0) form.end();
    form.copy(tokens.slice(start, answer.from));
    if (!isSign(tokens[answer.from])) form.ask();
    form.copy(tokens.slice(answer.from, answer.to));
    start = answer.to;
  }
}

/** Parts the items of a row that has no marks behind their answers: 咳嗽 有 咳痰 无 as 咳嗽：有，咳痰：无, "protein + ketones -" as "protein +, ketones -". */
export function writeUnmarkedRows(tokens: Tokens): Tokens {
  const form = new WrittenForm();
  for (let from = 0; from < tokens.length;) {
    const row = [wordAt, signsAt]
      .map((answerAt) => rowFrom(tokens, from, answerAt))
      .find((each) => isAnsweredBehind(each) && saysYesOnce(tokens, each));
    if (row === undefined) {
      const { to } = rowFrom(tokens, from, wordAt);
      form.copy(tokens.slice(from, to + 1));
      from = to + 1;
      continue;
    }
    writeRow(form, tokens, row);
    form.copy(tokens.slice(row.to, row.to + 1));
    from = row.to + 1;
  }
  return form.tokens;
}
