import { type Stretch, type Token } from '../model/token';
import { standsAt, textAt } from '../normalise/at-position';
import { FORM_WORDS, wordFrom } from './form-words';
import { endsItem, rewrite } from './forms';

type Tokens = readonly Token[];

/** An item is so long, and what an answer takes up of it. */
const LONGEST_ITEM = 8;
const LONGEST_ECHO = 3;

/** 有没有 before its mark asks for nothing that the mark does not. */
const WHETHER = ['有', '没', '有'];

/** The characters of the item that a colon ends. */
function itemBefore(tokens: Tokens, colon: number): ReadonlySet<string> {
  const item = new Set<string>();
  for (let at = colon - 1; at >= colon - LONGEST_ITEM; at -= 1) {
    const token = tokens[at];
    if (token === undefined || endsItem(token)) break;
    item.add(token.text);
  }
  return item;
}

/** Where what denies in words of its item ends: 不疼 behind 小便疼：. */
function endOfEcho(tokens: Tokens, colon: number): number | undefined {
  const from = colon + 1;
  const denial = wordFrom(FORM_WORDS.echoes, tokens, from);
  if (denial === 0) return undefined;
  const item = itemBefore(tokens, colon);
  let to = from + denial;
  while (to <= from + denial + LONGEST_ECHO && tokens[to]?.kind === 'han' && item.has(textAt(tokens, to)))
    to += 1;
  const next = tokens[to];
  const isOver = next === undefined || endsItem(next);
  return to > from + denial && isOver ? to : undefined;
}

/** "Cigarettes? → never": the mark of the question asks already. */
const isArrow = (tokens: Tokens, at: number): boolean =>
  FORM_WORDS.arrows.has(textAt(tokens, at)) && textAt(tokens, at - 1) === '?';

function echoAt(tokens: Tokens, at: number): (Stretch & { readonly says: 'no' | undefined }) | undefined {
  if (isArrow(tokens, at)) return { from: at, to: at + 1, says: undefined };
  const end = at + WHETHER.length;
  if (textAt(tokens, end) === '?' && standsAt(tokens, at, WHETHER))
    return { from: at, to: end, says: undefined };
  const to = textAt(tokens, at) === ':' ? endOfEcho(tokens, at) : undefined;
  return to === undefined ? undefined : { from: at + 1, to, says: 'no' };
}

/** Writes out what denies in words of its item, 小便疼：不疼 as 小便疼：无, and leaves out what only asks again (咳嗽有没有？) or points. */
export const writeEchoes = (tokens: Tokens): Tokens =>
  rewrite(
    tokens,
    (at) => echoAt(tokens, at),
    (form, { says }) => {
      if (says !== undefined) form.answer(says);
    },
  );
