import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { type Answer, type Answers, type Says } from './answers';
import { FORM_WORDS, isWord } from './form-words';
import { type Answered, type Block, blockOf, itemIn, trimmed } from './items';
import { partsAt } from './inline';
import { type Line } from './lines';

type Tokens = readonly Token[];

const BULLET = /^[-–—•*·]$/;

/** Before the answer of a heading, and behind it: "Pt denies:", 阴性症状：. */
const BEFORE_ANSWER = 3;
const BEHIND_ANSWER = 2;
const HEADS = /^[:】\]]$/;

/** An answer that heads what stands behind it. */
interface Headed {
  readonly says: Says;
  /** Where that begins. */
  readonly to: number;
  /** A wide gap parts them and no mark: "NOT PRESENT   fever, rash". */
  readonly isCell?: true;
  /** It heads what stands further in. */
  readonly isOutline?: true;
}

/** "NOT SURE:", 没有：, "Pt denies:", "Say no to:", and where what they head begins. */
function headingOf(answers: Answers, { from, to, cells }: Line): Headed | undefined {
  const [first, second, ...more] = cells;
  const isAlone = first !== undefined && second !== undefined && more.length === 0;
  const whole = isAlone ? answers.whole(trimmed(answers.tokens, first)) : undefined;
  if (whole?.isSign === false && second !== undefined)
    return { says: whole.says, to: second.from, isCell: true };
  for (let at = from; at <= from + BEFORE_ANSWER && at < to; at += 1) {
    const answer = answers.at(at);
    if (answer === undefined || answer.isSign) continue;
    // 阴性症状：, 【阳性体征】
    for (let end = answer.to; end <= answer.to + BEHIND_ANSWER && end < to; end += 1)
      if (HEADS.test(textAt(answers.tokens, end))) return { says: answer.says, to: end + 1 };
      else if (answers.tokens[end]?.kind !== 'han' && textAt(answers.tokens, end) !== 'to') break;
  }
  return undefined;
}

const PARTS = [';', '、', ',', '/'];

/** What is listed behind a heading: parted by the first mark that parts it. */
export function listedIn(answers: Answers, stretch: Stretch): Stretch[] {
  const { tokens } = answers;
  const mark = PARTS.find((each) => tokens.slice(stretch.from, stretch.to).some(({ text }) => text === each));
  const parts = mark === undefined ? [stretch] : partsAt(tokens, stretch, mark);
  return parts.flatMap((part) => itemIn(answers, part) ?? []);
}

/** "- none⏎    - ptosis": an answer whose line is followed by others that stand further in. */
function outlinedUnder(answers: Answers, line: Line, below: Line | undefined): Headed | undefined {
  const [first] = line.cells;
  const inner = below?.cells[0];
  const whole = first && answers.whole(trimmed(answers.tokens, line));
  const isOutline = first !== undefined && inner !== undefined && inner.start > first.start;
  return whole?.isSign === false && isOutline ? { says: whole.says, to: line.to, isOutline } : undefined;
}

/** Items under an answer that heads them, "NO:⏎- noisy breathing⏎- wheezing", or behind it where another line has one too. */
export function itemsUnder(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const { tokens } = answers;
  const answered: Answered[] = [];
  let headings = 0;
  let isListed = false;
  let next = at;
  while (next < lines.length) {
    const line = lines[next];
    const heading = line && (headingOf(answers, line) ?? outlinedUnder(answers, line, lines[next + 1]));
    if (line === undefined || heading === undefined) break;
    const left = line.cells[0]?.start ?? 0;
    const { says } = heading;
    const behind = { from: heading.to, to: line.to };
    const items = behind.to > behind.from ? listedIn(answers, behind) : [];
    next += 1;
    if (behind.to === behind.from)
      for (; next < lines.length; next += 1) {
        const below = lines[next];
        const isInner = heading.isOutline !== true || (below?.cells[0]?.start ?? 0) > left;
        const isBullet = isInner && below !== undefined && BULLET.test(textAt(tokens, below.from));
        const item = isBullet ? itemIn(answers, below) : undefined;
        if (item === undefined) break;
        items.push(item);
        isListed = true;
      }
    if (items.length === 0) break;
    headings += 1;
    if (heading.isCell && says === 'no' && items.length > 1) isListed = true;
    answered.push(...items.map((item) => ({ item, says })));
  }
  const [first, last] = [lines[at], lines[next - 1]];
  if (headings === 0 || (headings === 1 && !isListed) || first === undefined || last === undefined)
    return undefined;
  return { from: first.from, to: last.to, answered, lines: next - at };
}

const QUOTE = /^["']$/;

/** Strings of a record: "denied", true, 0. */
interface Value extends Stretch {
  readonly isKey: boolean;
  /** Where its element ends, its closing tag included. */
  readonly end?: number;
}

const endOf = ({ to, end }: Value): number => end ?? to;

/** Where a quoted string ends. */
const LONGEST_STRING = 24;

function stringAt(tokens: Tokens, from: number): Stretch | undefined {
  const quote = textAt(tokens, from);
  if (!QUOTE.test(quote)) return undefined;
  for (let at = from + 1; at < from + LONGEST_STRING; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end') return undefined;
    if (token.text === quote) return { from: from + 1, to: at };
  }
  return undefined;
}

/** 关节肿 of {发热: false, 关节肿: 'unsure'}: a key without quotes. */
function keyAt(tokens: Tokens, from: number, end: number): Stretch | undefined {
  if (!/^[{,]$/.test(textAt(tokens, from - 1))) return undefined;
  for (let at = from; at < end && tokens[at]?.kind !== 'mark'; at += 1)
    if (textAt(tokens, at + 1) === ':') return { from, to: at + 1 };
  return undefined;
}

/** "<cough>no</cough>": what an element holds, and its name if nothing else stands in its tag. */
function contentAt(
  tokens: Tokens,
  at: number,
  end: number,
): { readonly name: Stretch | undefined; readonly content: Stretch; readonly end: number } | undefined {
  if (textAt(tokens, at) !== '>') return undefined;
  const close = placeOf(tokens, '<', at + 1, end);
  if (close === undefined || close === at + 1 || textAt(tokens, close + 1) !== '/') return undefined;
  let from = at;
  while (tokens[from - 1] !== undefined && tokens[from - 1]?.kind !== 'mark') from -= 1;
  const isBare = textAt(tokens, from - 1) === '<' && from < at;
  const isNamed = isBare && !isWord(FORM_WORDS.tags, tokens, { from, to: at });
  return {
    name: isNamed ? { from, to: at } : undefined,
    content: { from: at + 1, to: close },
    end: (placeOf(tokens, '>', close, end) ?? close - 1) + 1,
  };
}

function placeOf(tokens: Tokens, mark: string, from: number, end: number): number | undefined {
  for (let at = from; at < Math.min(end, from + LONGEST_STRING); at += 1)
    if (textAt(tokens, at) === mark) return at;
  return undefined;
}

/** The strings and bare values of a record, in JSON or in attributes. */
function valuesIn(tokens: Tokens, { from, to }: Stretch): Value[] {
  const values: Value[] = [];
  for (let at = from; at < to; at += 1) {
    const string = stringAt(tokens, at);
    if (string !== undefined) {
      values.push({ ...string, isKey: textAt(tokens, string.to + 1) === ':' });
      at = string.to;
      continue;
    }
    const element = contentAt(tokens, at, to);
    if (element !== undefined) {
      if (element.name !== undefined) values.push({ ...element.name, isKey: true });
      values.push({ ...element.content, isKey: false, end: element.end });
      at = element.end - 1;
      continue;
    }
    const bareKey = keyAt(tokens, at, to);
    if (bareKey !== undefined) {
      values.push({ ...bareKey, isKey: true });
      at = bareKey.to;
      continue;
    }
    const isBare = /^[:=]$/.test(textAt(tokens, at - 1)) && /^[,}\])|&;]?$/.test(textAt(tokens, at + 1));
    if (isBare && tokens[at]?.kind !== 'mark') values.push({ from: at, to: at + 1, isKey: false });
  }
  return values;
}

/** Whether a key only says that an answer stands behind it: "value", "reported", 有. */
const isField = (answers: Answers, key: Stretch): boolean =>
  isWord(FORM_WORDS.fields, answers.tokens, key) || answers.whole(key) !== undefined;

/** Answers of records: {"wheeze": false}, {"text": "Wheeze", "answer": "No"}, <sign name="Wheeze" present="false"/>, {"denied": ["wheeze"]}. */
export function answersOfRecord(answers: Answers, line: Line): Block[] {
  const { tokens } = answers;
  const isRecord =
    /^[{<["]$/.test(textAt(tokens, line.from)) || /^[}\]>,]$/.test(textAt(tokens, line.to - 1));
  if (!isRecord) return [];
  const values = valuesIn(tokens, line);
  const found: (Answered & Stretch)[] = [];
  let listed: { readonly says: Says; from: number | undefined } | undefined;
  let last: Value | undefined;
  // <symptom present="false">fever</symptom>: an answer before its item
  let early: Answer | undefined;
  for (const [place, value] of values.entries()) {
    const before = values[place - 1];
    const key = before?.isKey === true ? before : undefined;
    if (key !== undefined && !value.isKey && isWord(FORM_WORDS.heads, tokens, key)) {
      found.push({ item: key, says: 'unasked', value, from: key.from, to: endOf(value) });
      continue;
    }
    const answer = answers.whole(value);
    // "denied": [
    if (value.isKey) {
      const isList = answer !== undefined && textAt(tokens, value.to + 2) === '[';
      listed = isList ? { says: answer.says, from: value.from } : undefined;
      continue;
    }
    if (answer === undefined) {
      const item = itemIn(answers, value);
      const of = listed ?? (early && { says: early.says, from: early.from });
      if (of === undefined || item === undefined) last = value;
      else found.push({ item, says: of.says, from: of.from ?? value.from, to: endOf(value) });
      if (listed !== undefined) listed.from = undefined;
      else early = undefined;
      continue;
    }
    const named = key !== undefined && !isField(answers, key) ? key : last;
    const item = named && itemIn(answers, named);
    if (item !== undefined && answer.from > item.to)
      found.push({ item, says: answer.says, from: item.from, to: endOf(value) });
    else if (named === undefined) early = answer;
    if (named === last) last = undefined;
  }
  if (found.length === 0) return [];
  return found.map(({ from, to, ...answered }) => ({ ...blockOf({ from, to }, [answered]), isApart: true }));
}
