import { wordLists } from '../lexicon/lexicon-rows';
import { positionsBetween, standsAt, textAt } from '../normalise/at-position';
import { surfaceKeys } from '../normalise/phrases';
import { type Duration } from '../recognise/time-expressions';
import { type Terminology } from '../vocabulary/terminology';
import { type Mention } from '../resolve/mention';
import { type Sentence } from '../segment/sentences';
import { type Token } from '../model/token';
import { isPassedOver } from './cue-words';

const WORDS = wordLists(['en/medicines', 'zh/medicines'], ['near', 'next', 'behind', 'breaks', 'denies']);
const phrases = (list: ReadonlySet<string>): string[][] => Array.from(list, surfaceKeys);
const NEAR_BEFORE = phrases(WORDS.near);
const NEXT_BEFORE = phrases(WORDS.next);
const BEHIND = phrases(WORDS.behind);

/** How many tokens before and behind a medicine are looked at. */
const REACH_BEFORE = 4;
const REACH_BEHIND = 3;

/** The position of a phrase that ends at a position; undefined where none of them does. */
function endingAt(tokens: readonly Token[], end: number, all: readonly string[][]): number | undefined {
  const found = all.find((phrase) => standsAt(tokens, end - phrase.length, phrase));
  return found && end - found.length;
}

const DENIALS = phrases(WORDS.denies);
const isDenied = (tokens: readonly Token[], at: number): boolean =>
  endingAt(tokens, at, DENIALS) !== undefined;

function isStoppedBefore(tokens: readonly Token[], { from: first }: Sentence, from: number): boolean {
  const next = tokens.slice(first, from).findLastIndex((token) => !isPassedOver(token)) + 1 + first;
  const beside = endingAt(tokens, next, NEXT_BEFORE);
  if (beside !== undefined) return !isDenied(tokens, beside);
  for (let end = from; end > Math.max(first, from - REACH_BEFORE); end -= 1) {
    if (WORDS.breaks.has(textAt(tokens, end - 1))) return false;
    const at = endingAt(tokens, end, NEAR_BEFORE);
    if (at !== undefined) return !isDenied(tokens, at);
  }
  return false;
}

function isStoppedBehind(tokens: readonly Token[], sentence: Sentence, to: number): boolean {
  for (const at of positionsBetween(to, Math.min(sentence.to, to + REACH_BEHIND))) {
    if (WORDS.breaks.has(textAt(tokens, at))) return false;
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
