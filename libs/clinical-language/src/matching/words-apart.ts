import { ANATOMY_EN } from '../lexicon/anatomy';
import { BOUND_QUALIFIERS } from '../lexicon/bag-words';
import { type CompiledVocabulary } from '../lexicon/compile';
import { INNER_FILLERS, isTransparent, STOP_STEMS } from '../lexicon/function-words';
import { type WordBag } from '../lexicon/loose-index';
import { type Sentence } from '../segmentation/sentences';
import { NO_TOKEN } from '../text/at-position';
import { plainKey } from '../text/other-senses-en';
import { spellingOf, type Token } from '../text/tokens';
import { areTwoItems, describes, isOfOtherItem, partsConcepts } from './clauses';
import { type Mention, mentionApart } from './mention';
import { isJoinedOverCommas } from './over-commas';
import { isOtherQuadrant } from './quadrants';

/** Furthest distance, in tokens, between the first and the last word of a concept that stands apart. */
const WINDOW = 12;
/** Words of another concept that may stand in between when they are listed: "swollen and tender". */
const MAX_FOREIGN = 2;

const LISTING: ReadonlySet<string> = new Set(['and', 'or', 'nor', ',', '/', '&']);
/** "Forceful [non-bilious] vomiting": what something is not makes no other thing of it. */
function isWithPrefix(tokens: readonly Token[], position: number): boolean {
  const before = tokens[position - 1]?.text === '-' ? position - 2 : position - 1;
  return tokens[position]?.text === 'non' || tokens[before]?.text === 'non';
}

/** Words between the parts of a concept that belong to neither it nor the grammar. */
function foreignBetween(tokens: readonly Token[], used: readonly number[]): number[] | undefined {
  const own = new Set(used);
  const first = used[0] ?? 0;
  const last = used[used.length - 1] ?? 0;
  const foreign: number[] = [];
  for (let position = first + 1; position < last; position += 1) {
    const token = tokens[position];
    if (token === undefined || own.has(position) || token.silent === true || isTransparent(token)) continue;
    if (partsConcepts(tokens, own, position)) return undefined;
    if (token.kind === 'mark' && !LISTING.has(token.text)) return undefined;
    const neutral =
      token.kind !== 'word' ||
      STOP_STEMS.has(token.key) ||
      ANATOMY_EN.has(plainKey(token.key)) ||
      INNER_FILLERS.has(token.text) ||
      isWithPrefix(tokens, position);
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

/** What is looked through for words that stand apart. */
interface LooseSearch {
  readonly tokens: readonly Token[];
  /** Positions by stem. */
  readonly occurrences: ReadonlyMap<string, readonly number[]>;
  /** Tokens that already belong to a phrase. */
  readonly covered: ReadonlySet<number>;
}

/** Between a qualifier and its word: "right [side of the lower] chest". */
const QUALIFIER_FILLERS: ReadonlySet<string> = new Set(
  'side sided of upper lower anterior posterior medial lateral inner outer front middle -'.split(' '),
);
const MAX_QUALIFIER_GAP = 6;

/** The next word of content from a qualifier on, forward or backward; none if the clause ends first. */
function contentBeside(tokens: readonly Token[], position: number, step: 1 | -1): Token | undefined {
  for (let at = position + step; Math.abs(at - position) < MAX_QUALIFIER_GAP; at += step) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const passed =
      token.silent === true ||
      isTransparent(token) ||
      QUALIFIER_FILLERS.has(token.text) ||
      BOUND_QUALIFIERS.has(token.key);
    if (passed) continue;
    const isContent = token.kind === 'word' && !STOP_STEMS.has(token.key);
    if (isContent) return token;
    if (step === 1 || (token.kind !== 'word' && token.text !== ',')) return undefined;
  }
  return undefined;
}

/**
 * Whether a qualifier belongs to a bag: it stands before a word of the bag, or behind one where nothing follows ("pain
 * in the chest, on the right").
 */
function qualifies(tokens: readonly Token[], position: number, { stems }: WordBag): boolean {
  const word = contentBeside(tokens, position, 1) ?? contentBeside(tokens, position, -1);
  return word === undefined || stems.includes(word.key);
}

/** Whether a word of the right class may stand for the bag's own. */
const isWordOf = ({ asWritten }: WordBag, token: Token = NO_TOKEN): boolean =>
  asWritten?.has(spellingOf(token)) ?? true;

/**
 * The nearest occurrence of every stem of a bag around one occurrence of its rarest stem; words that already belong to
 * another phrase ("shortness of *breath*") come last.
 */
function gather(
  { tokens, occurrences, covered }: LooseSearch,
  bag: WordBag,
  anchor: number,
): number[] | undefined {
  const cost = (position: number): number =>
    Math.abs(position - anchor) + (covered.has(position) ? WINDOW : 0);
  const used: number[] = [];
  for (const stem of bag.stems) {
    let nearest: number | undefined;
    for (const position of occurrences.get(stem) ?? []) {
      if (Math.abs(position - anchor) > WINDOW || !isWordOf(bag, tokens[position])) continue;
      if (BOUND_QUALIFIERS.has(stem) && !qualifies(tokens, position, bag)) continue;
      if (nearest === undefined || cost(position) < cost(nearest)) nearest = position;
    }
    if (nearest === undefined) return undefined;
    used.push(nearest);
  }
  used.sort((a, b) => a - b);
  return (used[used.length - 1] ?? 0) - (used[0] ?? 0) <= WINDOW ? used : undefined;
}

/** "Foul *greenish* phlegm", "painful *swollen* knee": another adjective between an adjective and its noun. */
function isBesideAdjective(tokens: readonly Token[], used: readonly number[], position: number): boolean {
  const text = tokens[position]?.text ?? '';
  const isAdjective = describes(text) || /^[a-z]{3,}ish$/.test(text);
  return isAdjective && used.includes(position - 1) && used.includes(position + 1);
}

function isOneConcept(tokens: readonly Token[], used: readonly number[], { lists }: WordBag): boolean {
  if (isOtherQuadrant(tokens, used) || (!lists && areTwoItems(tokens, used))) return false;
  if (!lists && (isOfOtherItem(tokens, used) || isJoinedOverCommas(tokens, used))) return false;
  const foreign = foreignBetween(tokens, used);
  if (foreign === undefined || foreign.length > MAX_FOREIGN) return false;
  return foreign.every((position) => isListed(tokens, position) || isBesideAdjective(tokens, used, position));
}

function occurrencesOf(tokens: readonly Token[], sentence: Sentence): Map<string, number[]> {
  const occurrences = new Map<string, number[]>();
  for (let position = sentence.from; position < sentence.to; position += 1) {
    const token = tokens[position];
    if (token?.kind !== 'word' || token.silent === true) continue;
    const list = occurrences.get(token.key);
    if (list === undefined) occurrences.set(token.key, [position]);
    else list.push(position);
  }
  return occurrences;
}

/** At most this many places of one word are looked at in a sentence: repeating a word must not cost anything. */
const MAX_ANCHORS = 6;

/** Concepts whose English words stand apart: "swelling of the left calf". */
export function wordsApart(
  tokens: readonly Token[],
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
  covered: ReadonlySet<number>,
): Mention[] {
  const occurrences = occurrencesOf(tokens, sentence);
  const search: LooseSearch = { tokens, occurrences, covered };
  const mentions: Mention[] = [];
  for (const [stem, anchors] of occurrences) {
    for (const bag of vocabulary.loose.bags.get(stem) ?? []) {
      if (!bag.stems.every((other) => occurrences.has(other))) continue;
      for (const anchor of anchors.slice(0, MAX_ANCHORS)) {
        const used = gather(search, bag, anchor);
        if (used !== undefined && isOneConcept(tokens, used, bag))
          mentions.push(mentionApart(used, bag.sense));
      }
    }
  }
  return mentions;
}
