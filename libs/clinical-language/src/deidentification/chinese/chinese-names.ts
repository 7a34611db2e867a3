import { type KindHit } from '../rules/mask-rule';
import { kindsAt } from './character-kinds';
import { ChineseClause } from './clause';
import { foreignName } from './foreign-names';
import { fullName } from './full-names';
import { announcedGivenName, givenNameAlone } from './given-names';
import { nickname } from './nicknames';
import { anybody, titledName } from './titled-names';

const CLAUSE = /[\p{Script=Han}·]+/gu;
/** In order: of two readings of a place the first counts. */
const READINGS = [foreignName, titledName, fullName, anybody, nickname, announcedGivenName, givenNameAlone];

function readingAt(clause: ChineseClause, at: number): KindHit | undefined {
  for (const reading of READINGS) {
    const hit = reading(clause, at);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** Names in Chinese characters, weighed by family name, characters and neighbours against the dictionary. */
export function chineseNames(text: string): KindHit[] {
  const found: KindHit[] = [];
  for (const { 0: chars, index } of text.matchAll(CLAUSE)) {
    const clause = new ChineseClause(text, chars, index);
    for (let at = 0; at + 1 < chars.length; at += 1) {
      if (kindsAt(chars, at) === 0 && chars.charAt(at + 1) !== '子') continue;
      const hit = readingAt(clause, at);
      if (hit === undefined) continue;
      found.push(hit);
      at = hit.end - index - 1;
    }
  }
  return found;
}
