import { oneLine } from './plain-sentence';

const LONGEST_NAME = 120;

/** A name as names are compared: without regard to case, width and outer space. */
export function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** A name that goes on a screen: one line, no control characters, not endless. */
export function printable(name: string): string {
  return Array.from(oneLine(name)).slice(0, LONGEST_NAME).join('');
}

/** What a sentence has and the name of a diagnosis has not: an end, a clause after a colon, somebody whom it is about. */
const SENTENCE = /[.!?;:](?:\s|$)|[。！？；：]|\bpatients?\b|患者|病人/iu;
const MOST_WORDS = 12;

/** Whether something could be the name of a diagnosis and is no statement about the case. */
export function readsAsName(name: string): boolean {
  return !SENTENCE.test(name) && name.split(/\s+/u).length <= MOST_WORDS;
}
