import { type Candidate } from './candidate';
import { isMonth, type NameClass } from './english-classes';
import { type EnglishWord, englishWord, opens } from './english-run';
import { SAYS_WHO } from './english-places';
import { type Passage } from './passage';

/** What a proper noun never takes in: words of medicine, weekdays, countries. */
const APART: ReadonlySet<NameClass> = new Set(['stop', 'medical', 'eponym', 'wide-place']);
const MOST = 4;

function belongs(passage: Passage, at: number): EnglishWord | undefined {
  const word = englishWord(passage, at);
  const { person } = passage.before;
  return word?.shape === 'capital' &&
    !APART.has(word.nameClass) &&
    !isMonth(word.written) &&
    (person[at + 1] ?? 0) < SAYS_WHO &&
    (passage.after.thing[at] ?? 0) <= 0
    ? word
    : undefined;
}

/**
 * A name, a place or an organisation with the capitalised words that touch it: Port Talbot, Tweedside Rovers. Whatever of them was
 * found, the rest is part of the same proper noun.
 */
export function wholeProperNoun(passage: Passage, found: Candidate, first: number, last: number): Candidate {
  let { start, end } = found;
  for (
    let at = last + 1;
    at <= last + MOST && passage.end(at - 1) === end && passage.gap(at) === ' ';
    at += 1
  ) {
    const word = belongs(passage, at);
    if (word === undefined) break;
    end = passage.start(at) + word.written.length;
  }
  for (let at = first - 1; at >= first - MOST && passage.gap(at + 1) === ' '; at -= 1) {
    const word = belongs(passage, at);
    if (word === undefined || word.possessive || opens(passage, at)) break;
    start = passage.start(at);
  }
  return { ...found, start, end };
}
