import { type KindHit } from '../rules/mask-rule';
import { CharacterKind, countOf, isGivenPair, isTransliteration, kindsAt } from './character-kinds';
import { type ChineseClause } from './clause';
import { describesThing, opensClinicalPair, opensTerm } from './vetoes';

const NOT_IN_NAMES = CharacterKind.notGiven | CharacterKind.clinical;

/** 孙女可欣, 女婿托马斯: behind a relation a given name needs no family name. */
export function announcedGivenName(clause: ChineseClause, at: number): KindHit | undefined {
  const { chars } = clause;
  if (!isGivenPair(chars, at) && !isTransliteration(chars, at)) return undefined;
  if (opensTerm(clause, at)) return undefined;
  if (!clause.isAnnounced(at) || clause.charBefore(at) === ',' || !clause.breaks(at)) return undefined;
  for (const size of [4, 3, 2]) {
    const end = at + size;
    if (end > chars.length || countOf(chars, at, end, NOT_IN_NAMES) > 0) continue;
    const kind = size === 2 ? CharacterKind.given : CharacterKind.transliterates;
    if (countOf(chars, at, end, kind) < size) continue;
    const telling = size === 2 && countOf(chars, at, end, CharacterKind.telling) > 0;
    if (!clause.breaks(end) || (!telling && !clause.goesOn(end))) continue;
    if (size === 2 && clause.wordLength(at) >= 2) continue;
    return clause.name(at, end);
  }
  return undefined;
}

/** 思琪今天化疗, 让雨桐喝水, 乐乐吐了: a given name alone, where a person stands. */
export function givenNameAlone(clause: ChineseClause, at: number): KindHit | undefined {
  const { chars } = clause;
  const end = at + 2;
  if (end > chars.length) return undefined;
  const isDouble = chars.charAt(at) === chars.charAt(at + 1);
  const isPet = isDouble && (kindsAt(chars, at) & CharacterKind.doubled) !== 0;
  const isPair = isGivenPair(chars, at);
  const telling = isPair ? countOf(chars, at, end, CharacterKind.telling) : 0;
  if (!isPet && (isDouble || telling === 0 || opensClinicalPair(clause, at))) return undefined;
  if (isPet && describesThing(clause, end)) return undefined;
  if (!clause.opensOrLed(at) || opensTerm(clause, at)) return undefined;
  if (telling < 2 && !clause.goesOn(end)) return undefined;
  if (!clause.breaks(at) || !clause.breaks(end)) return undefined;
  return isPet || clause.wordLength(at) <= 1 ? clause.name(at, end) : undefined;
}
