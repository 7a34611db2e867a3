import { type Duration } from '../recognise/time-expressions';
import { type Terminology } from '../vocabulary/terminology';
import { type Mention } from '../resolve/mention';
import { type Sentence } from '../segment/sentences';
import { type Token } from '../model/token';
import { gather } from '../normalise/lists-by-key';

const STOPPED = /^(?:stopped|discontinued|withheld|ceased|off|finished)$/;
const CAME_OFF = /^(?:came|come|been|weaned|taken)$/;
const STOPPED_ZH = /(?:停用|停服|已停|停药|停了|自停|停止服用|停止使用)$/;
const STOPPED_BEHIND_ZH = /^(?:已)?(?:停用|停药|停服|停了|已停|自停)/;
const BEFORE = 4;
const BEHIND = 3;
const BREAKS = /^(?:[,.;:]|and|but|then|with|because|when)$/;

function isStoppedBefore(tokens: readonly Token[], sentence: Sentence, from: number): boolean {
  for (let at = from - 1; at >= Math.max(sentence.from, from - BEFORE); at -= 1) {
    const text = tokens[at]?.text ?? '';
    if (BREAKS.test(text)) return false;
    if (text === 'off') return CAME_OFF.test(tokens[at - 1]?.text ?? '');
    if (STOPPED.test(text)) return !/^(?:not|never|n't)$/.test(tokens[at - 1]?.text ?? '');
  }
  return false;
}

function isStoppedBehind(tokens: readonly Token[], sentence: Sentence, to: number): boolean {
  for (let at = to; at < Math.min(sentence.to, to + BEHIND); at += 1) {
    const text = tokens[at]?.text ?? '';
    if (BREAKS.test(text)) return false;
    if (text !== 'off' && STOPPED.test(text)) return true;
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
  const ids = gather(mention.senses, (sense) => (sense.kind === 'finding' ? [sense.findingId] : []));
  if (!ids.some((id) => findings.get(id)?.isMedicine === true)) return false;
  const { from, to } = mention;
  const isRecent = durations.some(
    (time) => time.days < OUT_AFTER_DAYS && time.from < to + NEAR && from < time.to + NEAR,
  );
  if (isRecent) return false;
  const han = (start: number, end: number): string =>
    tokens
      .slice(Math.max(sentence.from, start), Math.min(sentence.to, end))
      .map(({ text }) => text)
      .join('');
  return (
    isStoppedBefore(tokens, sentence, from) ||
    isStoppedBehind(tokens, sentence, to) ||
    STOPPED_ZH.test(han(from - BEFORE, from)) ||
    STOPPED_BEHIND_ZH.test(han(to, to + BEFORE))
  );
}
