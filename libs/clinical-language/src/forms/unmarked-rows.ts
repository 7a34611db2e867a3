import { type Stretch, type Token } from '../model/token';
import { gather } from '../normalise/lists-by-key';
import { partsOf } from './parts';
import { choiceAt, endsItem, LONGEST_ITEM, rewrite, saysYes, type WrittenForm } from './forms';

type Tokens = readonly Token[];

/** Signs that are also written for other things: they answer only where every item of a row has one. */
const SIGNS: ReadonlySet<string> = new Set('-–+±×');

const isSign = (token: Token | undefined): boolean => token?.kind === 'mark' && SIGNS.has(token.text);
const isGap = (one: Token | undefined, next: Token | undefined): boolean =>
  one === undefined || next === undefined || endsItem(one) || endsItem(next) || one.end < next.start;

/** "++"; longer rows of marks are lines that somebody drew. */
const MOST_SIGNS = 4;

function signsAt(tokens: Tokens, from: number): Stretch | undefined {
  let to = from;
  while (isSign(tokens[to]) && to - from <= MOST_SIGNS) to += 1;
  return to > from && to - from <= MOST_SIGNS ? { from, to } : undefined;
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

function rowOf(tokens: Tokens, { from, to }: Stretch, answerAt: typeof wordAt): Row {
  const answers: Stretch[] = [];
  for (let at = from; at < to;) {
    const answer = answerAt(tokens, at);
    if (answer !== undefined && answer.to <= to) answers.push(answer);
    at = answer?.to ?? at + 1;
  }
  return { from, to, answers };
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
  const isAnswered = (row: Row): boolean => isAnsweredBehind(row) && saysYesOnce(tokens, row);
  const whole = { from: 0, to: tokens.length };
  const rows = gather(
    partsOf(tokens, whole, (token) => endsItem(token) && !isSign(token)),
    (part): Row[] => {
      const signed = rowOf(tokens, part, signsAt);
      if (isAnswered(signed)) return [signed];
      return partsOf(tokens, part, endsItem)
        .map((each) => rowOf(tokens, each, wordAt))
        .filter(isAnswered);
    },
  );
  const byStart = new Map(rows.map((row) => [row.from, row]));
  return rewrite(
    tokens,
    (at) => byStart.get(at),
    (form, row) => {
      writeRow(form, tokens, row);
    },
  );
}
