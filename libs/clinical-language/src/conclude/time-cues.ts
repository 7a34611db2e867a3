import { bySurface, type PhraseDictionary } from '../lexicon/phrase-dictionary';
import { readNumber } from '../normalise/numbers';
import { type AttributeCue, type IllnessAttribute } from '../recognise/illness-words';
import { type Duration, unitAt } from '../recognise/time-expressions';
import { TIME_ROWS, type TimeRole, type TimeRow } from '../recognise/time-words';
import { type PatternMatch, type SlotReader, WordPatterns } from '../recognise/word-patterns';
import { type Token } from '../model/token';
import { gather } from '../normalise/lists-by-key';

/** Words that steer how times are read. Token positions, end exclusive. */
export interface TimeCue {
  readonly role: TimeRole;
  readonly state?: string;
  readonly certainty: number;
  readonly from: number;
  readonly to: number;
}

/** Rows that {@link Duration} is made of steer nothing. */
const OF_LENGTHS: ReadonlySet<TimeRole> = new Set<TimeRole>([
  'unit',
  'amount',
  'bare',
  'half',
  'about',
  'ago',
  'point',
  'calendar',
  'share',
  'trigger',
  'more',
]);

/** Patterns that are told of a length of time, and words that stand for themselves: neither hides the other. */
const OF_TIME = new WordPatterns<TimeRow>();
const WORDS = new WordPatterns<TimeRow>();
/** Rows that only fill the slot of their name in the patterns of others. */
const FILLERS = new Map<string, WordPatterns<true>>([
  ['trigger', new WordPatterns<true>()],
  ['more', new WordPatterns<true>()],
]);
for (const row of TIME_ROWS) {
  for (const word of row.words) FILLERS.get(row.role)?.add(word, true);
  if (OF_LENGTHS.has(row.role)) continue;
  for (const word of row.words) (word.includes('<time>') ? OF_TIME : WORDS).add(word, row);
}

function slotsOf(tokens: readonly Token[], durations: readonly Duration[]): SlotReader {
  const ends = new Map(durations.map(({ from, to }) => [from, to]));
  return (slot, at) => {
    if (slot === 'time') return ends.get(at);
    if (slot === 'unit') return unitAt(tokens, at)?.to;
    const filler = FILLERS.get(slot);
    if (filler !== undefined) return filler.longestAt(tokens, at, tokens.length, () => undefined)?.to;
    const number = slot === 'n' ? readNumber(tokens, at) : undefined;
    return number && at + number.length;
  };
}

const ROLES: Readonly<Record<IllnessAttribute, TimeRole>> = {
  'illness-onset': 'onset',
  'illness-course': 'course',
  'illness-duration': 'still',
};

const cueOf = ({ role, state, certainty = 1 }: TimeRow, from: number, to: number): TimeCue => ({
  role,
  ...(state !== undefined && { state }),
  certainty,
  from,
  to,
});

/** The cues between two tokens; of two that begin together the longer counts, and that of the knowledge base first. */
export function timeCues(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  durations: readonly Duration[],
  known: PhraseDictionary<AttributeCue>,
): TimeCue[] {
  const slots = slotsOf(tokens, durations);
  const found = gather(OF_TIME.matchAll(tokens, from, to, slots), (match) =>
    match.values.map((row) => cueOf(row, match.from, match.to)),
  );
  // "For the past week" tells no former time, "worse for two days" tells its course by the time.
  const isHidden = ({ from: start, to: end, values }: PatternMatch<TimeRow>): boolean =>
    (values.some(({ role }) => role === 'none') &&
      durations.some((each) => each.from < start && start < each.to)) ||
    found.some(
      (cue) =>
        cue.from <= start &&
        end <= cue.to &&
        values.some(({ role }) => role === 'former' || (role === 'course' && cue.role === 'course')),
    );
  for (let at = from; at < to;) {
    const worded = WORDS.longestAt(tokens, at, to, slots);
    const match = worded !== undefined && isHidden(worded) ? undefined : worded;
    const word = known.longestAt(tokens, at, bySurface, undefined, to);
    const end = Math.max(match?.to ?? 0, word?.to ?? 0);
    if (word !== undefined && word.to === end)
      for (const { attribute, state } of word.values)
        found.push({ role: ROLES[attribute], state, certainty: 1, from: at, to: end });
    if (match !== undefined && match.to === end)
      found.push(...match.values.map((row) => cueOf(row, at, end)));
    at = Math.max(at + 1, end);
  }
  return found.sort((a, b) => a.from - b.from);
}
