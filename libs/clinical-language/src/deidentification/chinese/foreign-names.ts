import { type KindHit } from '../rules/mask-rule';
import { MINORITY_NAMES } from '../words/chinese-name-characters';
import { CharacterKind, countOf, isTransliteration, kindsAt, surnameSize } from './character-kinds';
import { type ChineseClause } from './clause';

/** What tells a foreign name: somebody speaks, or has a title. */
const SPEAKS = /^(?:说|问他|问她|告诉|抱怨|表示|承认|否认|先生|女士|太太|小姐)/u;
const LONGEST = 5;

/** 卓玛, 古丽娜尔: names of the minorities, where a person stands. */
function minorityName(clause: ChineseClause, at: number): KindHit | undefined {
  if ((kindsAt(clause.chars, at) & CharacterKind.opensOther) === 0) return undefined;
  const name = MINORITY_NAMES.exec(clause.slice(at, 6))?.[0];
  if (name === undefined || !clause.opensOrLed(at) || !clause.goesOn(at + name.length)) return undefined;
  return clause.name(at, at + name.length);
}

/** 汤姆说, 艾玛告诉. */
function transliteratedName(clause: ChineseClause, at: number): KindHit | undefined {
  const { chars } = clause;
  if (!isTransliteration(chars, at) || surnameSize(chars, at) > 0 || !clause.opensOrLed(at)) return undefined;
  for (let end = at + 2; end <= at + LONGEST && end <= chars.length; end += 1) {
    if (countOf(chars, at, end, CharacterKind.transliterates) < end - at) return undefined;
    if (SPEAKS.test(clause.after(end)) && clause.breaks(at) && clause.breaks(end))
      return clause.name(at, end);
  }
  return undefined;
}

/** Names of the minorities and from abroad, written in characters. */
export const foreignName = (clause: ChineseClause, at: number): KindHit | undefined =>
  minorityName(clause, at) ?? transliteratedName(clause, at);
