import { type Candidate } from './candidate';
import { CueTrie } from './cue-trie';
import { classesOf } from './mask-lexicon';
import { type Passage } from './passage';

/** Countries and regions of more than one word: Sierra Leone, Costa Rica. */
const WIDE = new CueTrie<true>();
for (const phrase of classesOf('en/proper-nouns').get('wide-place') ?? [])
  if (phrase.includes(' ')) WIDE.add(phrase, true);

const TELLING = /[\p{Lu}\d]/gu;

/** Candidates but for those that are countries and nothing else, which a travel history may tell. */
export function withoutWidePlaces(passage: Passage, candidates: readonly Candidate[]): readonly Candidate[] {
  const ends = new Map<number, number>();
  for (let at = 0; at < passage.tokens.length; at += 1)
    WIDE.at(passage.tokens, at, (_, to) => ends.set(at, Math.max(to, ends.get(at) ?? 0)));
  if (ends.size === 0) return candidates;
  const wide = [...ends].map(([from, to]) => ({ from: passage.start(from), to: passage.end(to - 1) }));
  const isWide = (offset: number): boolean => wide.some(({ from, to }) => from <= offset && offset < to);
  return candidates.filter(({ start, end }) => {
    const telling = [...passage.text.slice(start, end).matchAll(TELLING)].map(({ index }) => start + index);
    return telling.length === 0 || !telling.every(isWide);
  });
}
