import { type KindHit } from '../rules/mask-rule';
import { CharacterKind, countOf, kindsAt, surnameSize, surnameWeight } from './character-kinds';
import { type ChineseClause } from './clause';
import { BEYOND_DOUBT, GOES_ON, PERSONAL, TITLED_OR_ACTS } from './neighbours';
import { isOrdinaryWord, isWordish, mayBeGiven, opensClinicalPair, opensTerm, opensWord } from './vetoes';

/** From this sum of what speaks for and against it, a stretch is a name. */
const ENOUGH = 4;
/** The most that what stands behind can add. */
const MOST_BEHIND = 2;

interface Weighed {
  readonly end: number;
  readonly score: number;
}

/** A family name with one or two characters behind it. */
export function fullName(clause: ChineseClause, at: number): KindHit | undefined {
  const { chars } = clause;
  const size = surnameSize(chars, at);
  if (size === 0 || (kindsAt(chars, at + size) & CharacterKind.notGiven) !== 0) return undefined;
  if (!mayBeName(clause, at, size) || clause.followsNumber(at)) return undefined;
  const short = weigh(clause, at, size, 1);
  const long = weigh(clause, at, size, 2);
  const best = (long?.score ?? 0) > (short?.score ?? 0) ? long : short;
  if (best === undefined) return undefined;
  const isWord = opensWord(clause, at) || isOrdinaryWord(clause, at, best.end);
  if (isWord && !BEYOND_DOUBT.test(clause.after(at + 2))) return undefined;
  if (size === 1 && opensTerm(clause, at)) return undefined;
  return clause.name(at, best.end);
}

/** Cheap to ask: the characters, or an announcement, make a name possible. */
const mayBeName = (clause: ChineseClause, at: number, size: number): boolean =>
  size === 2 ||
  surnameWeight(clause.chars, at) > 1 ||
  countOf(clause.chars, at + size, at + size + 2, CharacterKind.given) > 0 ||
  clause.isAnnounced(at);

/** The characters by themselves: the family name, and how common the others are in given names. */
function weightOfCharacters(clause: ChineseClause, at: number, from: number, to: number): number {
  const { chars } = clause;
  const likely = countOf(chars, from, to, CharacterKind.given);
  const seldom = countOf(chars, from, to, CharacterKind.seldomGiven) > 0;
  const unlikely = seldom && likely > 0 ? 0 : (to - from - likely) * 0.5;
  const family = from - at === 2 ? 3 : surnameWeight(chars, at);
  return family + 1.5 * likely + 0.5 * countOf(chars, from, to, CharacterKind.telling) - unlikely;
}

/** Weighs a candidate, what is cheap to ask first; undefined if something forbids it or it does not weigh enough. */
function weigh(clause: ChineseClause, at: number, size: number, given: number): Weighed | undefined {
  const { chars } = clause;
  const from = at + size;
  const end = from + given;
  if (end > chars.length || !mayBeGiven(clause, from, end)) return undefined;
  const announced = clause.isAnnounced(at);
  const likely = countOf(chars, from, end, CharacterKind.given);
  if (holdsClinical(clause, from, end, announced)) return undefined;
  const led = at === 0 || clause.isLed(at);
  const characters = weightOfCharacters(clause, at, from, end);
  const place = announced ? 3 : led ? 1 : -1;
  if (characters + place + MOST_BEHIND < ENOUGH) return undefined;

  const after = clause.after(end);
  const personal = PERSONAL.test(after);
  const goesOn = GOES_ON.test(after);
  const behind = personal ? 2 : end === chars.length ? 0.5 : goesOn ? 0.25 : announced ? -0.5 : -1.5;
  const score = characters + (announced || led || personal ? place : -2) + behind;
  if (score < ENOUGH) return undefined;

  if (!personal && !goesOn && !clause.breaks(end)) return undefined;
  const seldom = countOf(chars, from, end, CharacterKind.seldomGiven) > 0;
  if (seldom && (given < 2 || likely === 0) && !(announced && personal)) return undefined;
  if (!isCertain(clause, at, from, end) && !(announced && personal)) {
    if (size === 1 && opensClinicalPair(clause, at)) return undefined;
    if (isWordish(clause, at, size, end)) return undefined;
  }
  return { end, score };
}

/** Whether the place makes a name even of what the dictionary has as a word (患者高飞, 请白雪医生). */
function isCertain(clause: ChineseClause, at: number, from: number, end: number): boolean {
  const { chars } = clause;
  if (countOf(chars, from, end, CharacterKind.given) < end - from) return false;
  const announced = clause.isAnnounced(at);
  const after = clause.after(end);
  if (BEYOND_DOUBT.test(after) && (announced || at === 0)) return true;
  if (announced && surnameWeight(chars, at) === 2) return true;
  return announced
    ? end === chars.length && clause.wordLength(at) === end - at
    : (at === 0 || clause.isLed(at)) && TITLED_OR_ACTS.test(after);
}

/** A clinical character is taken only where a person is announced, and if names hold it as well. */
function holdsClinical(clause: ChineseClause, from: number, to: number, announced: boolean): boolean {
  for (let at = from; at < to; at += 1) {
    const kinds = kindsAt(clause.chars, at);
    if ((kinds & CharacterKind.clinical) !== 0 && (!announced || (kinds & CharacterKind.given) === 0))
      return true;
  }
  return false;
}
