import { lexiconRows } from '../lexicon/lexicon-rows';
import { z } from 'zod';
import { isTransparent } from '../normalise/function-words';
import { positionsBetween, standsAt, textAt } from '../normalise/at-position';
import { surfaceKeys } from '../normalise/phrases';
import { type Duration } from '../recognise/time-expressions';
import { type Terminology } from '../vocabulary/terminology';
import { type Mention } from '../resolve/mention';
import { type Sentence } from '../segment/sentences';
import { type Token } from '../model/token';

const words = z.array(z.string());
const LISTS = ['en/medicines', 'zh/medicines'].map((file) =>
  lexiconRows(
    file,
    z.strictObject({ near: words, next: words, behind: words, breaks: words, denies: words }),
  ),
);
const phrases = (name: 'near' | 'next' | 'behind'): string[][] =>
  LISTS.flatMap((lists) => lists[name]).map(surfaceKeys);
const NEAR_BEFORE = phrases('near');
const NEXT_BEFORE = phrases('next');
const BEHIND = phrases('behind');
const BREAKS: ReadonlySet<string> = new Set(LISTS.flatMap(({ breaks }) => breaks));
const DENIES: ReadonlySet<string> = new Set(LISTS.flatMap(({ denies }) => denies));

/** How many tokens before and behind a medicine are looked at. */
const REACH_BEFORE = 4;
const REACH_BEHIND = 3;

/** The position of a phrase that ends at a position; undefined where none of them does. */
function endingAt(tokens: readonly Token[], end: number, all: readonly string[][]): number | undefined {
  const found = all.find((phrase) => standsAt(tokens, end - phrase.length, phrase));
  return found && end - found.length;
}

const isArticle = (token: Token | undefined): boolean => token?.kind === 'word' && isTransparent(token);

const isDenied = (tokens: readonly Token[], at: number): boolean => DENIES.has(textAt(tokens, at - 1));

function isStoppedBefore(tokens: readonly Token[], { from: first }: Sentence, from: number): boolean {
  let next = from;
  while (next > first && isArticle(tokens[next - 1])) next -= 1;
  if (endingAt(tokens, next, NEXT_BEFORE) !== undefined) return true;
  for (let end = from; end > Math.max(first, from - REACH_BEFORE); end -= 1) {
    if (BREAKS.has(textAt(tokens, end - 1))) return false;
    const at = endingAt(tokens, end, NEAR_BEFORE);
    if (at !== undefined) return !isDenied(tokens, at);
  }
  return false;
}

function isStoppedBehind(tokens: readonly Token[], sentence: Sentence, to: number): boolean {
  for (const at of positionsBetween(to, Math.min(sentence.to, to + REACH_BEHIND))) {
    if (BREAKS.has(textAt(tokens, at))) return false;
    if (BEHIND.some((phrase) => standsAt(tokens, at, phrase))) return !isDenied(tokens, at);
  }
  return false;
}

/** A medicine is out of the body some days after it was stopped. */
const OUT_AFTER_DAYS = 7;
/** How close its time stands. */
const NEAR = 6;

/** "Stopped warfarin 3 weeks ago", 停用华法林: a medicine that is no longer taken, unless that was days ago. */
export function isStopped(
  mention: Mention,
  tokens: readonly Token[],
  sentence: Sentence,
  durations: readonly Duration[],
  { findings }: Terminology,
): boolean {
  const isMedicine = mention.senses.some(
    (sense) => sense.kind === 'finding' && findings.get(sense.findingId)?.isMedicine === true,
  );
  if (!isMedicine) return false;
  const { from, to } = mention;
  const isRecent = durations.some(
    (time) => time.days < OUT_AFTER_DAYS && time.from < to + NEAR && from < time.to + NEAR,
  );
  return !isRecent && (isStoppedBefore(tokens, sentence, from) || isStoppedBehind(tokens, sentence, to));
}
