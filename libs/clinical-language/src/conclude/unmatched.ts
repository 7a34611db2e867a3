import { type SetAsideReason } from '@openrounds/contracts';
import { z } from 'zod';
import { type Stretch, type Token } from '../model/token';
import { DETERMINERS, STOP_STEMS, STOP_WORDS } from '../normalise/function-words';
import { phraseKeys } from '../normalise/phrases';
import { byStem } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { type Sentence } from '../segment/sentences';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { wordsOfHan } from '../recognise/han-words';
import { positionsBetween } from '../normalise/at-position';
import { type Aside } from '../collect/set-aside';
import { gather } from '../normalise/lists-by-key';

const wordsSchema = z.array(z.coerce.string());

let emptyWords: PhraseTrie<true> | undefined;

/** Words of either language that carry no clinical content of their own. */
function emptyWordsTrie(): PhraseTrie<true> {
  if (emptyWords !== undefined) return emptyWords;
  const trie = new PhraseTrie<true>();
  for (const name of ['en/empty-words', 'zh/empty-words'])
    for (const word of lexiconRows(name, wordsSchema)) trie.add(phraseKeys(word), true);
  emptyWords = trie;
  return trie;
}

const CHUNK_MARKS: ReadonlySet<string> = new Set([...',;；:()、。.[]/|']);
const partsSchema = z.object({ parts: wordsSchema });
const CHUNK_WORDS: ReadonlySet<string> = new Set(
  ['en/statements', 'zh/statements'].flatMap((file) => lexiconRows(file, partsSchema).parts),
);

/** What earlier stages made of the tokens. */
export interface Consumed {
  /** Tokens that led to a finding, a value, an attribute or the person. */
  readonly understood: ReadonlySet<number>;
  /** Tokens that only steer (cues) or tell the time. */
  readonly steering: ReadonlySet<number>;
  /** Why nothing counts that stands at a place, whether or not it is understood. */
  reasonAt(position: number): SetAsideReason | undefined;
}

/** Where the general words of the Chinese of a sentence begin → where they end. */
interface Words {
  readonly words: ReadonlyMap<number, number>;
}

/** 分 is a word of its own, but not in 分泌物. */
const isWholeWord = (tokens: readonly Token[], { from, to }: Stretch, words: Words['words']): boolean =>
  tokens[from]?.kind !== 'han' || to > from + 1 || words.get(from) === to;

const isChunkWord = (tokens: readonly Token[], at: number, words: Words['words']): boolean =>
  CHUNK_WORDS.has(tokens[at]?.text ?? '') && isWholeWord(tokens, { from: at, to: at + 1 }, words);

function chunksOf(
  tokens: readonly Token[],
  sentence: Sentence,
  { understood, words }: Consumed & Words,
): Stretch[] {
  const chunks: Stretch[] = [];
  let from = sentence.from;
  for (let position = sentence.from; position <= sentence.to; position += 1) {
    const token = tokens[position];
    const isBreak =
      position === sentence.to ||
      (token !== undefined &&
        !understood.has(position) &&
        (token.kind === 'line-end' || CHUNK_MARKS.has(token.text) || isChunkWord(tokens, position, words)));
    if (!isBreak) continue;
    if (position > from) chunks.push({ from, to: position });
    from = position + 1;
  }
  return chunks;
}

function emptyPositions(tokens: readonly Token[], { from, to }: Stretch, words: Words['words']): Set<number> {
  const matches = emptyWordsTrie().matchAll(tokens, byStem, undefined, from, to);
  return new Set(
    gather(
      matches.filter((match) => isWholeWord(tokens, match, words)),
      ({ used }) => used,
    ),
  );
}

function isWordOfContent(tokens: readonly Token[], position: number): boolean {
  const token = tokens[position];
  if (token?.kind !== 'word') return false;
  const isLong =
    token.text.length >= 3 || (token.text.length === 2 && tokens[position + 1]?.kind === 'number');
  return isLong && !STOP_WORDS.has(token.text) && !STOP_STEMS.has(token.key) && !DETERMINERS.has(token.text);
}

/** Where words stand that seem to say something clinical, whether or not they were understood. */
export function contentPositions(
  tokens: readonly Token[],
  stretch: Stretch,
  words = wordsOfHan(tokens, stretch),
): number[] {
  const empty = emptyPositions(tokens, stretch, words);
  return positionsBetween(stretch.from, stretch.to).filter(
    (position) =>
      !empty.has(position) && (tokens[position]?.kind === 'han' || isWordOfContent(tokens, position)),
  );
}

/** Words next to one another of which nothing was understood, and why they do not count, where that is said. */
interface Run {
  readonly positions: number[];
  readonly reason: SetAsideReason | undefined;
}

/** The unread content of a chunk, parted where something was understood or another reason begins. */
function runsOf(tokens: readonly Token[], chunk: Stretch, consumed: Consumed & Words): Run[] {
  const runs: Run[] = [];
  let last: number | undefined;
  for (const position of contentPositions(tokens, chunk, consumed.words)) {
    if (consumed.understood.has(position) || consumed.steering.has(position)) continue;
    const reason = consumed.reasonAt(position);
    const run = runs[runs.length - 1];
    const isParted =
      last === undefined || positionsBetween(last, position).some((at) => consumed.understood.has(at));
    if (run === undefined || isParted || run.reason !== reason) runs.push({ positions: [position], reason });
    else run.positions.push(position);
    last = position;
  }
  return runs;
}

/** One Chinese character by itself says nothing. */
const saysSomething = (tokens: readonly Token[], { positions }: Run): boolean =>
  positions.length > 1 || tokens[positions[0] ?? 0]?.kind === 'word';

/** 右肺, 双侧小腿: the side belongs to what is quoted. */
function withSide(tokens: readonly Token[], first: number, from: number): number {
  const at = tokens[first - 1]?.text === '侧' ? first - 2 : first - 1;
  return at >= from && /^[左右双两全单一]$/.test(tokens[at]?.text ?? '') ? at : first;
}

/** The words of a sentence that led to nothing. */
export interface Unread {
  /** Nothing was understood although they seem to say something: shown to the teacher, never guessed at. */
  readonly unmatched: Stretch[];
  /** They stand where nothing counts. */
  readonly setAside: Aside[];
}

/** Every word of content of a sentence that was not understood, as stretches from the first such word to the last. */
export function unreadIn(tokens: readonly Token[], sentence: Sentence, told: Consumed): Unread {
  const consumed = { ...told, words: wordsOfHan(tokens, sentence) };
  const unmatched: Stretch[] = [];
  const setAside: Aside[] = [];
  for (const chunk of chunksOf(tokens, sentence, consumed)) {
    for (const run of runsOf(tokens, chunk, consumed)) {
      const { positions, reason } = run;
      const [first = chunk.from] = positions;
      const to = (positions[positions.length - 1] ?? first) + 1;
      if (!saysSomething(tokens, run)) continue;
      if (reason === undefined) unmatched.push({ from: withSide(tokens, first, chunk.from), to });
      else setAside.push({ from: first, to, reason });
    }
  }
  return { unmatched, setAside };
}
