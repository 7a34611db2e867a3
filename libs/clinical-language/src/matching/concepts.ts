import { ANATOMY_EN } from '../lexicon/anatomy';
import { type CompiledVocabulary } from '../lexicon/compile';
import { INNER_FILLERS, isTransparent, skippableAt, STOP_STEMS } from '../lexicon/function-words';
import { type WordBag } from '../lexicon/loose-index';
import { byStem, type PhraseMatch, type Skipping } from '../lexicon/phrase-trie';
import { type Entry, type Sense } from '../lexicon/sense';
import { type Sentence } from '../segmentation/sentences';
import { type NormalisedText } from '../text/normalise';
import { type Token } from '../text/tokens';
import { type Mention } from './mention';

/** What the matcher reads: the tokens of a whole text, and the text as written for abbreviations. */
export interface MatchingInput {
  readonly tokens: readonly Token[];
  readonly source: NormalisedText;
}

const SKIPPING: Skipping = { skippable: skippableAt, limit: 4 };

/** Furthest distance, in tokens, between the first and the last word of a concept that stands apart. */
const WINDOW = 12;
/** Furthest distance between a part of the body and what is wrong there, in Chinese characters. */
const WINDOW_ZH = 14;
/** Words of another concept that may stand in between when they are listed: "swollen and tender". */
const MAX_FOREIGN = 2;

const LISTING: ReadonlySet<string> = new Set(['and', 'or', 'nor', ',', '/', '&']);
/** Between the words of one concept these mean that it is not one. */
const BREAKING: ReadonlySet<string> = new Set(
  'no but without except denies denied negative however although with if ; : ( ) . which who'.split(' '),
);

function writtenInCapitals({ tokens, source }: MatchingInput, positions: readonly number[]): boolean {
  return positions.every((position) => {
    const token = tokens[position];
    if (token === undefined) return false;
    const written = source.text.slice(token.start, token.end);
    return written === written.toUpperCase();
  });
}

const DENYING_HAN: ReadonlySet<string> = new Set(['无', '不', '未', '没']);

/** 无尿 in 无尿频: the denial is of the longer word that begins inside. */
function deniesWhatFollows(
  input: MatchingInput,
  match: PhraseMatch<Entry>,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): boolean {
  if (!DENYING_HAN.has(input.tokens[match.from]?.text ?? '')) return false;
  const inner = vocabulary.phrases.longestAt(input.tokens, match.from + 1, byStem, SKIPPING, sentence.to);
  return inner !== undefined && inner.to > match.to;
}

/** A single Chinese character (痛) is a part of longer words far more often than a concept. */
function isOneCharacter({ tokens }: MatchingInput, { used, from }: PhraseMatch<Entry>): boolean {
  return used.length === 1 && tokens[from]?.kind === 'han' && tokens[from].text.length === 1;
}

function phraseAt(
  input: MatchingInput,
  position: number,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): Mention | undefined {
  const match = vocabulary.phrases.longestAt(input.tokens, position, byStem, SKIPPING, sentence.to);
  if (match === undefined || isOneCharacter(input, match)) return undefined;
  if (deniesWhatFollows(input, match, sentence, vocabulary)) return undefined;
  const senses = match.values
    .filter((entry) => !entry.capitalsOnly || writtenInCapitals(input, match.used))
    .map((entry) => entry.sense);
  if (senses.length === 0) return undefined;
  return { senses, from: match.from, to: match.to, used: match.used, form: 'phrase' };
}

function phraseMentions(input: MatchingInput, sentence: Sentence, vocabulary: CompiledVocabulary): Mention[] {
  const mentions: Mention[] = [];
  let position = sentence.from;
  while (position < sentence.to) {
    const mention = phraseAt(input, position, sentence, vocabulary);
    if (mention !== undefined) mentions.push(mention);
    position = mention?.to ?? position + 1;
  }
  return mentions;
}

/** Words between the parts of a concept that belong to neither it nor the grammar. */
function foreignBetween(tokens: readonly Token[], used: readonly number[]): number[] | undefined {
  const own = new Set(used);
  const first = used[0] ?? 0;
  const last = used[used.length - 1] ?? 0;
  const foreign: number[] = [];
  for (let position = first + 1; position < last; position += 1) {
    const token = tokens[position];
    if (token === undefined || own.has(position) || isTransparent(token)) continue;
    if (BREAKING.has(token.text)) return undefined;
    if (token.kind === 'mark' && !LISTING.has(token.text)) return undefined;
    const neutral =
      token.kind !== 'word' ||
      STOP_STEMS.has(token.key) ||
      ANATOMY_EN.has(token.key) ||
      INNER_FILLERS.has(token.text);
    if (!neutral) foreign.push(position);
  }
  return foreign;
}

function isListed(tokens: readonly Token[], position: number): boolean {
  const neighbour = (step: 1 | -1): string => {
    let at = position + step;
    for (let left = 3; left > 0; left -= 1, at += step) {
      const token = tokens[at];
      if (token === undefined || LISTING.has(token.text)) return token?.text ?? '';
      if (!isTransparent(token) && !INNER_FILLERS.has(token.text)) return '';
    }
    return '';
  };
  return LISTING.has(neighbour(-1)) || LISTING.has(neighbour(1));
}

/**
 * The nearest occurrence of every stem of a bag around one occurrence of its rarest stem; words that already belong to
 * another phrase ("shortness of *breath*") come last.
 */
function gather(
  occurrences: ReadonlyMap<string, readonly number[]>,
  bag: WordBag,
  anchor: number,
  covered: ReadonlySet<number>,
): number[] | undefined {
  const cost = (position: number): number =>
    Math.abs(position - anchor) + (covered.has(position) ? WINDOW : 0);
  const used: number[] = [];
  for (const stem of bag.stems) {
    let nearest: number | undefined;
    for (const position of occurrences.get(stem) ?? []) {
      if (Math.abs(position - anchor) > WINDOW) continue;
      if (nearest === undefined || cost(position) < cost(nearest)) nearest = position;
    }
    if (nearest === undefined) return undefined;
    used.push(nearest);
  }
  used.sort((a, b) => a - b);
  return (used[used.length - 1] ?? 0) - (used[0] ?? 0) <= WINDOW ? used : undefined;
}

function isOneConcept(tokens: readonly Token[], used: readonly number[]): boolean {
  const foreign = foreignBetween(tokens, used);
  if (foreign === undefined || foreign.length > MAX_FOREIGN) return false;
  return foreign.every((position) => isListed(tokens, position));
}

function occurrencesOf(tokens: readonly Token[], sentence: Sentence): Map<string, number[]> {
  const occurrences = new Map<string, number[]>();
  for (let position = sentence.from; position < sentence.to; position += 1) {
    const token = tokens[position];
    if (token?.kind !== 'word') continue;
    const list = occurrences.get(token.key);
    if (list === undefined) occurrences.set(token.key, [position]);
    else list.push(position);
  }
  return occurrences;
}

/** At most this many places of one word are looked at in a sentence: repeating a word must not cost anything. */
const MAX_ANCHORS = 6;

function wordsApart(
  tokens: readonly Token[],
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
  covered: ReadonlySet<number>,
): Mention[] {
  const occurrences = occurrencesOf(tokens, sentence);
  const mentions: Mention[] = [];
  for (const [stem, anchors] of occurrences) {
    for (const bag of vocabulary.loose.bags.get(stem) ?? []) {
      if (!bag.stems.every((other) => occurrences.has(other))) continue;
      for (const anchor of anchors.slice(0, MAX_ANCHORS)) {
        const used = gather(occurrences, bag, anchor, covered);
        if (used !== undefined && isOneConcept(tokens, used)) mentions.push(apart(used, bag.sense));
      }
    }
  }
  return mentions;
}

function apart(used: readonly number[], sense: Sense): Mention {
  const from = used[0] ?? 0;
  return { senses: [sense], from, to: (used[used.length - 1] ?? from) + 1, used, form: 'apart' };
}

/** How far a part of the body reaches: to the end of its comma-free stretch, and one comma further. */
function reachOf(tokens: readonly Token[], start: number, sentence: Sentence): number {
  let commas = 0;
  let position = start;
  while (position < sentence.to && position - start < WINDOW_ZH) {
    const text = tokens[position]?.text;
    if (text === '；' || text === ';' || text === '(' || text === ')') break;
    if (text === ',') {
      commas += 1;
      if (commas > 1) break;
    }
    position += 1;
  }
  return position;
}

function sitesApart(tokens: readonly Token[], sentence: Sentence, vocabulary: CompiledVocabulary): Mention[] {
  const { sites, complaintsAt } = vocabulary.loose;
  const mentions: Mention[] = [];
  const found = sites.matchAll(tokens, byStem, undefined, sentence.from, sentence.to);
  found.forEach((site, index) => {
    const next = found[index + 1]?.from ?? sentence.to;
    const end = Math.min(reachOf(tokens, site.to, sentence), next);
    const complaints = complaintsAt.get(site.values[0] ?? '');
    for (let position = site.to; complaints !== undefined && position < end; position += 1) {
      const match = complaints.longestAt(tokens, position, byStem, SKIPPING, end);
      for (const sense of match?.values ?? [])
        mentions.push(apart([...site.used, ...(match?.used ?? [])], sense));
    }
  });
  return mentions;
}

const senseKey = (sense: Sense): string => JSON.stringify(sense);

/**
 * Finds the concepts of the vocabulary in a sentence: first phrases as they stand (the longest wins), then concepts
 * whose words stand apart, of which at least one word must be new.
 */
export function matchConcepts(
  input: MatchingInput,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): Mention[] {
  const phrases = phraseMentions(input, sentence, vocabulary);
  const covered = new Set(phrases.flatMap((mention) => mention.used));
  const seen = new Set(phrases.flatMap((m) => m.senses.map((sense) => `${senseKey(sense)}@${String(m.to)}`)));
  const additional: Mention[] = [];
  const candidates = [
    ...wordsApart(input.tokens, sentence, vocabulary, covered),
    ...sitesApart(input.tokens, sentence, vocabulary),
  ].sort((a, b) => b.used.length - a.used.length || a.to - a.from - (b.to - b.from) || a.from - b.from);
  for (const mention of candidates) {
    const key = mention.senses.map((sense) => `${senseKey(sense)}@${String(mention.to)}`).join();
    if (seen.has(key) || mention.used.every((position) => covered.has(position))) continue;
    seen.add(key);
    additional.push(mention);
  }
  return [...phrases, ...additional].sort((a, b) => a.from - b.from || a.to - b.to);
}
