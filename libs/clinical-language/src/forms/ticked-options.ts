import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { phraseAt, type Says } from './answers';
import {
  answerInBrackets,
  boxAt,
  type Choice,
  choiceAt,
  endOfOption,
  hasForm,
  isBetweenChoices,
  rewrite,
  saysYes,
  type Sign,
} from './forms';

type Tokens = readonly Token[];

/** What is neither yes nor no is written in one word for each. */
const UNCERTAIN: ReadonlySet<Says> = new Set(['unsure', 'past', 'unasked']);

/** An option with its box. */
interface Option extends Stretch {
  readonly box: Sign;
  readonly end: number;
}

/** "☑ yes": an option behind its box. */
function behindBox(tokens: Tokens, at: number): Option | undefined {
  const box = boxAt(tokens, at);
  const to = box && endOfOption(tokens, box.to);
  return box && to !== undefined ? { from: box.to, to, box, end: to } : undefined;
}

/** "yes ☑": an option before its box. */
function beforeBox(tokens: Tokens, at: number): Option | undefined {
  const to = endOfOption(tokens, at);
  const box = to === undefined ? undefined : boxAt(tokens, to);
  return box && to !== undefined ? { from: at, to, box, end: box.to } : undefined;
}

/** A row offers few answers: what goes on and on is none. */
const MOST_ANSWERS = 12;

/** A row of answers, of which one is chosen or none. */
interface Row extends Stretch {
  readonly chosen?: Stretch;
}

/** The options that follow one another from a position on: two at least, one of them ticked. */
function tickedAt(tokens: Tokens, at: number): Row | undefined {
  for (const optionAt of [behindBox, beforeBox]) {
    const options: Option[] = [];
    let next = optionAt(tokens, at);
    for (; next !== undefined && options.length < MOST_ANSWERS; next = optionAt(tokens, next.end))
      options.push(next);
    const [chosen, ...more] = options.filter(({ box }) => box.says === 'yes');
    const last = options.at(-1);
    if (options.length > 1 && chosen && last && more.length === 0) return { chosen, from: at, to: last.end };
  }
  return undefined;
}

/** "(YES) / no", "Y (N)": the one answer of a row that is circled. */
function circledAt(tokens: Tokens, at: number): Row | undefined {
  const choices: Choice[] = [];
  let isParted = false;
  let end = at;
  let next = choiceAt(tokens, at);
  for (; next !== undefined && choices.length < MOST_ANSWERS; next = choiceAt(tokens, end)) {
    choices.push(next);
    end = next.end;
    if (!isBetweenChoices(tokens, end) || choiceAt(tokens, end + 1) === undefined) continue;
    isParted = true;
    end += 1;
  }
  const [chosen, ...more] = choices.filter(({ isCircled }) => isCircled);
  const isChoice = isParted || chosen?.isSure === true || choices.every(({ isOpposite }) => isOpposite);
  // 白带增多[有]: the end of a word is no answer
  const [before, first] = [tokens[at - 1], choices[0]];
  const isPartOfWord =
    before?.kind === 'han' &&
    before.end === tokens[at]?.start &&
    first?.isCircled === false &&
    !first.isOpposite;
  const isRow = choices.length > 1 && isChoice && !isPartOfWord;
  return isRow && chosen !== undefined && more.length === 0 ? { chosen, from: at, to: end } : undefined;
}

/** "Y / N", □有 □无: yes and no to choose from, of which nothing is marked; "rash/itch: Y/N" answers two things. */
function unmarkedAt(tokens: Tokens, at: number): Row | undefined {
  const end = unmarkedEnd(tokens, at);
  const before = tokens[at - 1];
  if (end === undefined || before === undefined || before.kind === 'line-end') return undefined;
  const after = tokens[end];
  const isEnd = after === undefined || after.kind === 'line-end' || /^[.。;(（]$/.test(after.text);
  return isEnd && !isOfSeveral(tokens, at) ? { from: at, to: end } : undefined;
}

/** Where two answers end of which neither has a mark. */
function unmarkedEnd(tokens: Tokens, at: number): number | undefined {
  const first = behindBox(tokens, at);
  const second = first && behindBox(tokens, first.end);
  if (first !== undefined && second !== undefined)
    return [first, second].every(({ box }) => box.says === 'no') ? second.end : undefined;
  const one = choiceAt(tokens, at);
  if (one === undefined || !isBetweenChoices(tokens, one.end)) return undefined;
  const other = choiceAt(tokens, one.end + 1);
  const isOpen = other !== undefined && [one, other].every((each) => each.isOpposite && !each.isCircled);
  return isOpen && saysYes(tokens, one.from) !== saysYes(tokens, other.from) ? other.end : undefined;
}

/** How far back other items of the same answers may stand. */
const BEFORE_ANSWERS = 8;

function isOfSeveral(tokens: Tokens, at: number): boolean {
  const before = tokens.slice(Math.max(0, at - BEFORE_ANSWERS), at);
  const line = before.slice(before.findLastIndex(({ kind }) => kind === 'line-end') + 1);
  return line.some((_, place) => isBetweenChoices(line, place)) || line.some(({ text }) => text === ',');
}

/** Coil: "no", fever: "yes, at night": an answer that is quoted, with what it goes on with. */
function quotedAt(tokens: Tokens, at: number): Row | undefined {
  if (textAt(tokens, at) !== QUOTE || !/^[:?\]-]$/.test(textAt(tokens, at - 1))) return undefined;
  const to = endOfOption(tokens, at + 1);
  if (to === undefined) return undefined;
  for (let close = to; close <= to + LONGEST_QUOTED; close += 1) {
    if (tokens[close] === undefined || tokens[close]?.kind === 'line-end') break;
    if (textAt(tokens, close) !== QUOTE) continue;
    const isAnswer = close === to || tokens[to]?.kind === 'mark';
    return isAnswer ? { chosen: { from: at + 1, to: close }, from: at, to: close + 1 } : undefined;
  }
  return undefined;
}

const QUOTE = '"';
const LONGEST_QUOTED = 12;

/** "[no]": brackets that hold nothing but an answer. */
function bracketedAt(tokens: Tokens, at: number): Row | undefined {
  const answer = answerInBrackets(tokens, at);
  return answer && { chosen: { from: at + 1, to: answer.to }, from: at, to: answer.close + 1 };
}

/**
 * Reads the rows of a form as if their answers had been written down: 发热 □是 ☑否 as 发热：否, "cough [no]" and "cough yes / (no)" as "cough: no". Of yes and no
 * without a mark nobody has answered; any other row of which nothing is ticked, or more than one, stays as it is.
 */
export function writeTickedOptions(tokens: Tokens): Tokens {
  if (!hasForm(tokens)) return tokens;
  return rewrite(
    tokens,
    (at): Row | undefined =>
      tickedAt(tokens, at) ??
      circledAt(tokens, at) ??
      bracketedAt(tokens, at) ??
      quotedAt(tokens, at) ??
      unmarkedAt(tokens, at),
    (form, { chosen, to }) => {
      form.ask();
      if (chosen === undefined) {
        form.answer('unasked');
        return;
      }
      const answer = phraseAt(tokens, chosen.from);
      if (answer?.to === chosen.to && UNCERTAIN.has(answer.says)) form.answer(answer.says);
      else form.copy(tokens.slice(chosen.from, chosen.to));
      form.divideBefore(tokens[to]);
    },
  );
}
