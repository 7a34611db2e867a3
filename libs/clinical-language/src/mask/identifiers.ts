import { type Identifier } from '../model/deidentified';
import { normalise } from '../normalise/normalise';
import { wholeAddresses } from './address-extent';
import { withAgeByDates } from './age-by-dates';
import { type Candidate, chosen, ENOUGH } from './candidate';
import { chineseNames } from './chinese-names';
import { chinesePlaces } from './chinese-places';
import { datesWithoutYear } from './dates';
import { classOfName } from './english-classes';
import { wholeProperNoun } from './english-extent';
import { englishNames, phraseAt } from './english-names';
import { englishPlaces } from './english-places';
import { englishWord } from './english-run';
import { HanText } from './han-text';
import { withLearnt } from './learnt-identifiers';
import { classesOf } from './mask-lexicon';
import { Passage } from './passage';
import { shapedIdentifiers } from './shapes';
import { withoutWidePlaces } from './wide-places';
import { gather } from '../normalise/lists-by-key';

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z]/u;
/** Who has been named is named again by one word of it. */
const AGAIN = 3.5;

/** Ivor Lewis stays where Mrs Lewis is named. */
const isInPhrase = (passage: Passage, at: number): boolean =>
  phraseAt(passage, at) > at || phraseAt(passage, at - 1) > at;

/** The words of names that were found, wherever else they stand with a capital and no thing lives on in them. */
function namedAgain(passage: Passage, names: readonly Candidate[]): Candidate[] {
  const words = new Set(
    gather(
      names.filter(({ kind, score }) => kind === 'name' && score >= ENOUGH),
      ({ start, end }) => passage.text.slice(start, end).match(/\p{Lu}[\p{L}'-]{2,30}/gu) ?? [],
    ).filter((word) => !['word', 'stop', 'medical'].includes(classOfName(word))),
  );
  if (words.size === 0) return [];
  return gather(passage.tokens, (_, at) => {
    const word = englishWord(passage, at);
    if (
      word === undefined ||
      !words.has(word.written) ||
      isInPhrase(passage, at) ||
      (passage.after.thing[at + 1] ?? 0) > 0
    )
      return [];
    const start = passage.start(at);
    return [{ start, end: start + word.written.length, kind: 'name' as const, score: AGAIN }];
  });
}

/** So many names are looked for again. */
const MOST_NAMES = 24;

/** Names in characters that were found, wherever else they stand. */
function writtenAgain({ text }: Passage, names: readonly Candidate[]): Candidate[] {
  const found = names.filter(
    ({ start, end, score, placeholder }) =>
      score > AGAIN && end - start > 1 && end - start < 5 && placeholder === undefined,
  );
  const words = new Set(found.map(({ start, end }) => text.slice(start, end)));
  const again: Candidate[] = [];
  for (const word of [...words].slice(0, MOST_NAMES))
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
      again.push({ start: at, end: at + word.length, kind: 'name', score: AGAIN });
  return again;
}

const PROPER: ReadonlySet<string> = new Set(['name', 'address', 'org']);

/** A place or an organisation that goes on further, or in which the name stands: 衡律师 in 问衡律师事务所. */
const isOnePlace = (kept: Candidate, other: Candidate): boolean =>
  other.kind !== 'name' &&
  (kept.kind === 'name'
    ? other.start <= kept.start && other.end >= kept.end
    : other.start >= kept.start || kept.end === other.end);

const ENDS_IN_WORD = /[\p{Script=Latin}\d.]$/u;

/** Whether two readings that overlap are parts of one proper noun, in Chinese of one place; what opens a sentence may be no part of it. */
function isOneProperNoun({ text }: Passage, kept: Candidate, other: Candidate): boolean {
  const found = text.slice(other.start, other.end);
  const opens = /(?:^|[.!?:;\n]\s{0,3})$/u.test(text.slice(Math.max(0, other.start - 4), other.start));
  return (
    PROPER.has(kept.kind) &&
    PROPER.has(other.kind) &&
    kept.placeholder === undefined &&
    (HAN.test(found) ? isOnePlace(kept, other) : ENDS_IN_WORD.test(found)) &&
    !(opens && other.start < kept.start)
  );
}

/** Proper nouns of English taken whole, as far as nothing else was found there. */
function whole(passage: Passage, found: readonly Candidate[]): Candidate[] {
  const firstAt = new Map(passage.tokens.map(({ start }, at) => [start, at] as const));
  const grown: Candidate[] = [];
  found.forEach((each, index) => {
    const first = firstAt.get(each.start);
    if (first === undefined || !PROPER.has(each.kind) || passage.kind(first) !== 'word')
      return void grown.push(each);
    let last = first;
    while (passage.end(last) < each.end && last < passage.tokens.length) last += 1;
    const { start, end } = wholeProperNoun(passage, each, first, last);
    grown.push({
      ...each,
      start: start < (grown.at(-1)?.end ?? 0) ? each.start : start,
      end: end > (found[index + 1]?.start ?? end) ? each.end : end,
    });
  });
  return grown;
}

/** What may stand between two parts of one address: marks with the number of a house, or the short name of an estate. */
const WITHIN_ADDRESS = /^(?:[ ,.#/-]{0,2}(?:\d{1,5}[A-Z]?[ ,.#/-]{1,2})?|\p{Script=Han}{1,4})$/u;
/** Longer ones are not looked at. */
const LONGEST_WITHIN = 9;
const NO_PART: readonly string[] = classesOf('zh/places').get('no-part') ?? [];
/** #11|-203: what goes on an address that ends with a number. */
const LAST_NUMBER = /^-\d{1,5}(?![\d-])/u;
/** 22号2|C, 22号2|-301: what goes on the number of a flat. */
const LAST_OF_FLAT = /^(?:[A-Z](?![\w-])|-\d{1,5}(?![\d-]))/u;
const ENDS_IN_FLAT = /[号號]\d{1,3}$/u;

/** Parts of one address with nothing of their own between them are one, and so is a name with the father's. */
function joined({ text }: Passage, found: readonly Candidate[]): Candidate[] {
  const whole: Candidate[] = [];
  for (const next of found) {
    const last = whole.at(-1);
    if (last !== undefined && isOne(text, last, next)) whole[whole.length - 1] = { ...last, end: next.end };
    else whole.push(next);
  }
  return whole;
}

/** Ravi s/o Manikam, Siti binti Hamzah: whose child somebody is, between spaces. */
const CHILD_OF: ReadonlySet<string> = new Set(
  classesOf('en/proper-nouns')
    .get('child-of')
    ?.map((word) => ` ${word} `),
);

const isOne = (text: string, last: Candidate, next: Candidate): boolean =>
  last.kind === next.kind &&
  ((last.kind === 'address' && isWithin(text, last.end, next.start)) ||
    (last.kind === 'name' && CHILD_OF.has(text.slice(last.end, next.start))));

function isWithin(text: string, from: number, to: number): boolean {
  if (to - from <= 1) return true;
  if (to - from > LONGEST_WITHIN) return false;
  const between = text.slice(from, to);
  return WITHIN_ADDRESS.test(between) && !NO_PART.some((word) => between.includes(word));
}

/** "Okafor, B." and "Marcus P": an initial behind a name. */
const LAST_INITIAL = /^(?:,? \p{Lu}\.(?!\p{L}|\d)|,? \p{Lu}(?=["”)\],;:]|$))/u;
/** What goes on so far behind is looked at. */
const LONGEST_END = 8;

/** What goes on behind an identifier and belongs to it. */
function endOf({ text }: Passage, { kind, end, placeholder }: Candidate): RegExp | undefined {
  if (kind === 'address') {
    if (ENDS_IN_FLAT.test(text.slice(Math.max(0, end - 4), end))) return LAST_OF_FLAT;
    return /\d/u.test(text.charAt(end - 1)) ? LAST_NUMBER : undefined;
  }
  return kind === 'name' && placeholder === undefined ? LAST_INITIAL : undefined;
}

/** An address to its last number, a name to its initial. */
function toItsEnd(passage: Passage, each: Candidate): Candidate {
  const behind = passage.text.slice(each.end, each.end + LONGEST_END);
  const found = endOf(passage, each)?.exec(behind)?.[0] ?? '';
  return { ...each, end: each.end + found.length };
}

/**
 * Finds what identifies a person: the costly half of `deidentify`. Linear in the text; never throws.
 *
 * @returns in the order of the text, none overlapping another; offsets in Unicode code points
 */
export function identifiersIn(given: string): Identifier[] {
  const source = normalise(given);
  const passage = new Passage(source);
  const candidates: Candidate[] = [...shapedIdentifiers(passage), ...datesWithoutYear(passage)];
  if (LATIN.test(passage.text)) {
    const names = englishNames(passage);
    const proper = [...names, ...namedAgain(passage, names), ...englishPlaces(passage)];
    candidates.push(...withoutWidePlaces(passage, proper));
  }
  if (HAN.test(passage.text)) {
    const han = new HanText(passage);
    const names = chineseNames(han);
    candidates.push(...names, ...writtenAgain(passage, names), ...chinesePlaces(han));
  }
  const mayJoin = (kept: Candidate, other: Candidate): boolean => isOneProperNoun(passage, kept, other);
  const found = chosen(candidates, passage.text.length, mayJoin).sort((a, b) => a.start - b.start);
  const all = withLearnt(passage, whole(passage, found));
  return withAgeByDates(passage.text, wholeAddresses(passage, joined(passage, all)))
    .map((each) => toItsEnd(passage, each))
    .map(({ start, end, kind, placeholder }) => ({
      ...source.toOriginal(start, end),
      kind,
      placeholder: placeholder ?? `[${kind}]`,
    }))
    .filter((next, index, all) => (all[index - 1]?.end ?? 0) <= next.start);
}
