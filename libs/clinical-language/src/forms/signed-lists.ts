import { type Stretch, type Token } from '../model/token';
import { boxAt, endsRow, hasForm, LONGEST_ITEM, type Sign, signAt, WrittenForm } from './forms';

type Tokens = readonly Token[];

const endsList = (token: Token | undefined): boolean =>
  endsRow(token) || token?.text === ':' || token?.text === '?';

/** Items that each have a sign. */
interface SignedList extends Stretch {
  readonly signs: readonly Sign[];
}

/** The list that begins at a position: as far as its line, clause or sentence goes. */
function listFrom(tokens: Tokens, from: number): SignedList {
  const signs: Sign[] = [];
  let at = from;
  while (!endsList(tokens[at])) {
    const sign = signAt(tokens, at);
    if (sign !== undefined) signs.push(sign);
    at = sign?.to ?? at + 1;
  }
  return { signs, from, to: at };
}

/** What has something else in brackets in it is none: "fever (39)". */
const isItem = (tokens: Tokens, from: number, to: number): boolean =>
  to > from &&
  to - from <= LONGEST_ITEM &&
  tokens.slice(from, to).some(({ kind }) => kind !== 'mark') &&
  !tokens.slice(from, to).some(({ text }) => text === '(' || text === '[');

/** The marks that part items stand for nothing any more. */
const withoutMarks = (tokens: Tokens, from: number, to: number): Tokens =>
  tokens.slice(from, to).filter(({ text }) => text !== ',' && text !== '、');

/** "Kernig (-), ANA (+)": results, with which the names of signs and tests are read. */
const areResults = (tokens: Tokens, signs: readonly Sign[]): boolean =>
  signs.every(({ from, to }) => tokens.slice(from, to).some(({ text }) => text === '+' || text === '-'));

/** "Mottled [ ] drowsy [x]": a list whose signs stand behind its items ends with one. */
function writeBehind(tokens: Tokens, { signs, from, to }: SignedList): WrittenForm | undefined {
  const form = new WrittenForm();
  const hasResults = areResults(tokens, signs);
  let start = from;
  for (const [place, sign] of signs.entries()) {
    if (!isItem(tokens, start, sign.from)) return undefined;
    if (place > 0) form.divide();
    form.copy(withoutMarks(tokens, start, sign.from));
    if (hasResults) {
      form.copy(tokens.slice(sign.from, sign.to));
      form.end();
    } else form.answer(sign.says);
    start = sign.to;
  }
  return start === to ? form : undefined;
}

/** Where an item ends for a remark: "blackouts *- completed by the patient*". */
function endOfItem(tokens: Tokens, from: number, to: number): number {
  const remark = tokens.slice(from, to).findIndex(({ text, start }, place) => {
    const before = tokens[from + place - 1];
    if (place === 0 || before === undefined || !/^[-–—(]$/.test(text)) return false;
    return before.end < start || before.kind === 'han';
  });
  return remark < 0 ? to : from + remark;
}

/** "(-) fever (+) fatigue": a list whose signs stand before its items; what stands before the first only says of what it is. */
function writeBefore(tokens: Tokens, { signs, from, to }: SignedList): WrittenForm | undefined {
  const form = new WrittenForm();
  form.copy(tokens.slice(from, signs[0]?.from));
  for (const [place, sign] of signs.entries()) {
    const next = signs[place + 1]?.from ?? to;
    const end = endOfItem(tokens, sign.to, next);
    if (!isItem(tokens, sign.to, end)) return undefined;
    form.divide();
    form.copy(withoutMarks(tokens, sign.to, end));
    form.answer(sign.says);
    if (end < next) form.divide();
    form.copy(tokens.slice(end, next));
  }
  return form;
}

const isList = ({ signs }: SignedList, isOfForm = false): boolean => signs.length > (isOfForm ? 0 : 1);
const beginsWithSign = ({ from, signs }: SignedList): boolean => signs[0]?.from === from;

/** "FEEDING  ☑ poor feeding  ☐ vomiting": an item, and no box, ends the list, so that its boxes stand before their items. */
const endsWithItem = (tokens: Tokens, { to, signs }: SignedList): boolean =>
  signs.every(({ from }) => boxAt(tokens, from) !== undefined) && (signs.at(-1)?.to ?? to) < to;

/** All lists of a text, and what is none. */
function listsOf(tokens: Tokens): SignedList[] {
  const lists: SignedList[] = [];
  for (let from = 0; from < tokens.length; from = (lists.at(-1)?.to ?? from) + 1)
    lists.push(listFrom(tokens, from));
  return lists;
}

/** Writes the answers of a list of signs or boxes behind what they answer: "(-) fever (+) fatigue" as "fever: no, fatigue: yes". */
export function writeSignedLists(tokens: Tokens): Tokens {
  if (!hasForm(tokens)) return tokens;
  const lists = listsOf(tokens);
  // "GI (-) nausea (+) constipation": which of the words has no sign of its own, the other lists of the text tell
  const standBefore = lists.some((list) => isList(list) && beginsWithSign(list));
  const written: Token[] = [];
  for (const list of lists) {
    const { from, to } = list;
    const mayStandBefore = standBefore || beginsWithSign(list) || endsWithItem(tokens, list);
    // "ENT: (-) sore throat" below "GI: (-) nausea (+) reflux"
    const form = isList(list, standBefore && beginsWithSign(list))
      ? (writeBehind(tokens, list) ?? (mayStandBefore ? writeBefore(tokens, list) : undefined))
      : undefined;
    written.push(...(form?.tokens ?? tokens.slice(from, to)), ...tokens.slice(to, to + 1));
  }
  return written;
}
