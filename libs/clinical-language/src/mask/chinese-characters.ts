import { classesOf } from './mask-lexicon';

/** What a character may be in a name; every position of a text is asked, hence bits in a table. */
export const Kind = {
  plain: 1,
  surname: 2,
  double: 4,
  given: 8,
  telling: 16,
  foreign: 32,
  never: 64,
  seldom: 128,
  clinical: 256,
  titled: 512,
} as const;

const CLASSES = classesOf('zh/names');
const DOUBLE: ReadonlySet<string> = new Set(CLASSES.get('double-surname'));
const KINDS = new Uint16Array(0x10000);

function mark(name: string, kind: number): void {
  for (const member of CLASSES.get(name) ?? []) {
    const code = member.charCodeAt(0);
    KINDS[code] = (KINDS[code] ?? 0) | kind;
  }
}
mark('surname', Kind.plain);
mark('surname-or-word', Kind.surname);
mark('double-surname', Kind.double);
mark('given', Kind.given);
mark('telling', Kind.telling);
mark('foreign', Kind.foreign);
mark('never', Kind.never);
mark('seldom', Kind.seldom);
mark('clinical', Kind.clinical);
mark('surname-before-post', Kind.titled);

/** Every kind that the character at an offset is of; 0 behind the end. */
export const kindsAt = (text: string, at: number): number =>
  at < text.length ? (KINDS[text.charCodeAt(at)] ?? 0) : 0;

export const isKind = (text: string, at: number, kind: number): boolean => (kindsAt(text, at) & kind) !== 0;

/** How many characters of a stretch are of a kind, and of another one too where it is named. */
export function countOf(text: string, from: number, to: number, kind: number, other = kind): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (isKind(text, at, kind) && isKind(text, at, other)) count += 1;
  return count;
}

/** How many characters the family name has that begins here; 0 if none does. */
export function surnameSize(text: string, at: number): number {
  if (isKind(text, at, Kind.double) && DOUBLE.has(text.slice(at, at + 2))) return 2;
  return isKind(text, at, Kind.plain | Kind.surname) ? 1 : 0;
}

/** How much a family name speaks for a person: of two characters most, one that is a word as well least. */
export function surnameWeight(text: string, at: number, size: number): number {
  if (size === 2) return 3;
  return isKind(text, at, Kind.plain) ? 2 : 1;
}
