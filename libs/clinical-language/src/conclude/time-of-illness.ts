import { type IllnessAttribute } from '../recognise/illness-words';
import { type TimeCue } from './time-cues';
import { type Duration } from '../recognise/time-expressions';
import { type TimeRole } from '../recognise/time-words';
import { isInjury, MOST_DAYS_OF_INJURY, type SentenceTimes, type TimeSaid } from './time-of-sentence';
import { gather } from '../normalise/lists-by-key';

/** How an illness began, how long it has lasted or how it ran, as a text says it. Token positions, end exclusive. */
export interface AttributeRead {
  readonly attribute: IllnessAttribute;
  readonly state: string;
  readonly from: number;
  readonly to: number;
  /** 0.5..1; 1 unless it is said vaguely or only follows from something else. */
  readonly certainty: number;
}

/** Upper limits in days, exclusive. A calendar month counts as one to three months, 28 days as weeks. */
const DURATION_STATES: readonly (readonly [number, string])[] = [
  [1, 'under-24h'],
  [7.5, 'days-1-7'],
  [29.5, 'weeks-1-4'],
  [92.5, 'months-1-3'],
];
const LONGEST = 'over-3-months';

/** The state of `illness-duration` for a length in days. */
const durationState = (days: number): string =>
  DURATION_STATES.find(([limit]) => days < limit)?.[1] ?? LONGEST;

/** The state of `illness-onset` for the days in which something arose. */
function onsetState(days: number): string {
  if (days < 0.04) return 'seconds-minutes';
  if (days < 1) return 'hours';
  return days < 13 ? 'days' : 'gradual';
}

/** How sure an attribute is that is said without a number or follows from another. */
const CERTAINTY_IMPLIED = 0.7;
/** From so many days on an illness that nobody calls sudden, and that does not come in attacks, began gradually. */
const GRADUAL_FROM = 29.5;
const GRADUAL_IF_PROGRESSIVE_FROM = 7.5;
/** "No illness is told by its seconds, unless they are how long ago it began." */
const MOMENT = 1 / 1440;
/** Dizzy for half an hour, in an illness of days: so long is an attack. */
const BRIEF = 1 / 24;
/** What came "over the course of yesterday" took hours; days. */
const A_DAY_BY_NAME = 2;
const WITHIN_A_DAY = 0.5;
/** The course of an illness that was told in a sentence may be told to the end in these that follow. */
const SAME_STORY = 3;

interface Told {
  readonly length: TimeSaid;
  readonly index: number;
}

/** How long an illness has lasted, and the reading that says so. */
interface Lasting {
  readonly days: number;
  readonly read: AttributeRead;
}

/** "Chills last night": the day of something that happened says less than a length. */
const isCounted = ({ length }: Told): boolean => length.isPoint !== true || length.isStill;
const isBrief = ({ length }: Told): boolean =>
  length.days < BRIEF && !length.ago && length.isPoint !== true && !(length.isStill && length.days >= MOMENT);
const A_YEAR = 366;

/** What took weeks to arise, or arose on a day that is named, has lasted since. */
const LONG_SPAN = 21;
const lasts = ({ length }: Told): boolean =>
  !length.isSpan || length.isStill || length.isPoint === true || length.days >= LONG_SPAN;

const longest = (told: readonly Told[]): Told | undefined =>
  told.reduce<Told | undefined>(
    (a, b) => (a === undefined || b.length.days > a.length.days ? b : a),
    undefined,
  );

interface PlacedCue extends TimeCue {
  readonly index: number;
}

const ATTRIBUTE_ROLES: readonly (readonly TimeRole[])[] = [
  ['onset'],
  ['course', 'at-first', 'by-now'],
  ['day-count', 'long', 'still'],
  ['ended'],
];

/**
 * Where the present illness begins to be told: at "this time", or where something new follows on what is years old ("low
 * back pain for years. Ten days ago, bending down ...").
 */
function startOfPresent(told: readonly Told[], cues: readonly PlacedCue[]): number {
  const said = cues.find(({ role }) => role === 'this-time');
  if (said !== undefined) return said.from - BEFORE_NOW;
  const old = groundOf(told, cues);
  if (old === undefined) return 0;
  const fresh = told.find(
    ({ index, length }) =>
      index > old &&
      length.days < RECENT &&
      !length.isOfWorsening &&
      beginsAnew(
        length,
        cues.filter((cue) => cue.index === index),
      ),
  );
  return fresh?.length.from ?? 0;
}

/** What came suddenly, or on a day that is told, unless it came again. */
const beginsAnew = ({ ago, isOfComplaint }: TimeSaid, beside: readonly PlacedCue[]): boolean =>
  beside.some(({ role, state }) => role === 'onset' && SUDDEN.has(state ?? '')) ||
  (ago && isOfComplaint && !beside.some(({ role, state }) => role === 'course' && state === 'relapsing'));

/** The sentence that tells what is years old, by its length or as "long known". */
function groundOf(told: readonly Told[], cues: readonly PlacedCue[]): number | undefined {
  const first = told[0];
  const long = cues.find(({ role }) => role === 'long');
  if (long !== undefined && (first === undefined || long.index < first.index)) return long.index;
  return first !== undefined && first.length.days >= OLD ? first.index : undefined;
}

/** A part of the illness that is so much younger than the whole has been added to it. */
const NEWER = 0.6;
/** What is so old may be the ground on which something new begins; days. */
const OLD = 180;
const RECENT = 100;
const SUDDEN: ReadonlySet<string> = new Set(['seconds-minutes', 'hours']);

/** The time of the illness as a whole, from what its sentences tell. */
class Illness {
  private readonly told: readonly Told[];
  private readonly cues: readonly PlacedCue[];
  /** Lengths of single attacks of what has lasted for days. */
  private readonly attacks: readonly Duration[];

  constructor(
    private readonly sentences: readonly SentenceTimes[],
    daysOfLife: number,
  ) {
    const every = gather(sentences, ({ lengths }, index) =>
      lengths.map((length) => ({ length: { ...length, days: Math.min(length.days, daysOfLife) }, index })),
    );
    const lastsDays = every.some(({ length }) => length.days >= 1);
    const brief = every.filter((told) => isBrief(told) && (lastsDays || told.length.days < MOMENT));
    const all = every.filter((told) => !brief.includes(told));
    this.attacks = lastsDays
      ? [...gather(sentences, ({ attacks }) => attacks), ...brief.map(({ length }) => length)]
      : [];
    const cues = gather(sentences, (sentence, index) => sentence.cues.map((cue) => ({ ...cue, index })));
    const now = startOfPresent(all, cues);
    const since = <T>(items: readonly T[], fromOf: (item: T) => number): readonly T[] => {
      const ofNow = items.filter((item) => fromOf(item) >= now);
      return ofNow.length > 0 ? ofNow : items;
    };
    this.told = since(all, ({ length }) => length.from);
    this.cues = gather(ATTRIBUTE_ROLES, (roles) =>
      since(
        cues.filter(({ role }) => roles.includes(role)),
        ({ from }) => from,
      ),
    );
  }

  read(): AttributeRead[] {
    const duration = this.duration();
    const course = this.course();
    const onset = this.onset(duration) ?? impliedOnset(duration, course?.state);
    return [onset, duration?.read, course].filter((read) => read !== undefined);
  }

  /** The sentence whose complaint is the main one: the chief complaint, else the first that tells a length. */
  private main(): Told | undefined {
    const lasting = this.toldLasting();
    const ofChief = lasting.filter(
      ({ index }) => this.sentences[index]?.sentence.section === 'chief-complaint',
    );
    const counted = lasting.find(isCounted);
    const event = lasting.find((told) => !isCounted(told));
    const isGround = event !== undefined && (counted?.length.days ?? 0) > A_YEAR;
    const isFirst = event !== undefined && counted !== undefined && event.length.from < counted.length.from;
    return ofChief[0] ?? (isGround && isFirst ? event : counted) ?? event ?? this.told[0];
  }

  /** Lengths up to now; those of an illness that was over before another began only where nothing else is told. */
  private toldLasting(): readonly Told[] {
    const lasting = this.told.filter(lasts);
    const over = new Set(this.cues.filter(({ role }) => role === 'ended').map(({ index }) => index));
    const present = lasting.filter(({ index }) => !over.has(index));
    return present.length > 0 ? present : lasting;
  }

  private duration(): Lasting | undefined {
    const main = this.main();
    if (main === undefined) return this.longLasting();
    const beside = this.told.filter(
      (told) =>
        told.index === main.index &&
        lasts(told) &&
        (!isCounted(main) || isCounted(told)) &&
        told.length.days <= (isCounted(main) ? Number.POSITIVE_INFINITY : A_YEAR),
    );
    const first = longest(beside) ?? main;
    const whole = first.length.isOfWorsening ? this.wholeStory(first) : first;
    const { days, from, to } = whole.length;
    return {
      days,
      read: { attribute: 'illness-duration', state: durationState(days), from, to, certainty: 1 },
    };
  }

  /** "Worse for two days", 加重3天: the illness is as old as the longest that is told of the same story. */
  private wholeStory(worse: Told): Told {
    const story = this.told.filter(({ index }) => Math.abs(index - worse.index) <= SAME_STORY);
    return longest(story) ?? worse;
  }

  private longLasting(): Lasting | undefined {
    const still = this.cues.find(({ role, state }) => role === 'still' && state !== undefined);
    const long = this.cues.find(({ role }) => role === 'long');
    const cue = still ?? long;
    if (cue === undefined) return undefined;
    const { from, to } = cue;
    const state = still?.state ?? LONGEST;
    const days = DURATION_STATES.find(([, each]) => each === state)?.[0] ?? GRADUAL_FROM * 4;
    const certainty = still === undefined ? CERTAINTY_IMPLIED : 1;
    return { days: days - 0.1, read: { attribute: 'illness-duration', state, from, to, certainty } };
  }

  private onset(lasting: Lasting | undefined): AttributeRead | undefined {
    // "Dizzy for three weeks; fell yesterday": the illness did not begin with the injury.
    const isOlder = (lasting?.days ?? 0) > MOST_DAYS_OF_INJURY;
    const words = this.cues.filter((cue) => cue.role === 'onset' && !(isOlder && isInjury(cue)));
    const spans = this.told.filter(({ length }) => length.isSpan);
    const said: AttributeRead[] = [
      ...words.map(({ state = '', from, to, certainty }) => ({
        attribute: 'illness-onset' as const,
        state,
        from,
        to,
        certainty,
      })),
      ...spans.map(({ length: { days, from, to, isStill, isPoint } }) => ({
        attribute: 'illness-onset' as const,
        state: onsetState(isPoint === true && days < A_DAY_BY_NAME ? WITHIN_A_DAY : days),
        from,
        to,
        certainty: isStill ? CERTAINTY_IMPLIED : 1,
      })),
    ];
    return firstSurest(said);
  }

  private course(): AttributeRead | undefined {
    const said = this.cues.filter(({ role }) => role === 'course');
    const sure = said.filter(({ certainty }) => certainty === 1);
    const last = sure[sure.length - 1];
    if (last?.state === 'resolving') return courseOf(last);
    const first = sure.filter(({ index }) => index === sure[0]?.index);
    const most = [...first].sort((a, b) => rank(a) - rank(b))[0];
    if (most !== undefined) return courseOf(most);
    const implied = [this.escalation(), this.attacksIn()].filter((read) => read !== undefined);
    return firstSurest([...said.map(courseOf), ...implied]);
  }

  /** "Ten seconds each time, for four days": what passes and has lasted for days comes in attacks. */
  private attacksIn(): AttributeRead | undefined {
    const attack = this.attacks[0];
    return attack && courseOf({ ...attack, state: 'episodic', certainty: CERTAINTY_LEAST });
  }

  /** "At first only on hills, now on the flat", 起初…现在: what is told in steps has grown. */
  private escalation(): AttributeRead | undefined {
    const first = this.cues.find(({ role }) => role === 'at-first');
    const now = first && this.cues.find(({ role, from }) => role === 'by-now' && from > first.to);
    const step = now === undefined ? this.nextStep() : first;
    return step && courseOf({ ...step, state: 'progressive', certainty: CERTAINTY_IMPLIED });
  }

  /** "Bleeding gums for ten days, black stools since yesterday": something has been added to what there still is. Hours are no steps. */
  private nextStep(): TimeSaid | undefined {
    const hurt = new Set(this.cues.filter(isInjury).map(({ index }) => index));
    const steps = this.told.filter(
      ({ index, length: { isOfComplaint, isSpan, ago, isStill, days } }) =>
        isOfComplaint && !isSpan && (!ago || isStill) && days < OLD && !hurt.has(index),
    );
    const isStep = ({ length }: Told, at: number): boolean => {
      const before = steps[at - 1]?.length.days ?? 0;
      return before >= A_DAY && length.days < before * NEWER;
    };
    return steps.find(isStep)?.length;
  }
}

/** Of several courses in one sentence: attacks that get worse get worse. */
const RANK = ['progressive', 'relapsing', 'episodic', 'resolving', 'first-constant'];
const rank = ({ state = '' }: TimeCue): number => RANK.indexOf(state);

const courseOf = ({
  state = '',
  from,
  to,
  certainty,
}: Pick<TimeCue, 'state' | 'from' | 'to' | 'certainty'>): AttributeRead => ({
  attribute: 'illness-course',
  state,
  from,
  to,
  certainty,
});

/** "This time" may stand so many words behind its time. */
const BEFORE_NOW = 6;

/** The first of those that are told most surely. */
function firstSurest(said: readonly AttributeRead[]): AttributeRead | undefined {
  return [...said]
    .sort((a, b) => a.from - b.from)
    .reduce<AttributeRead | undefined>(
      (a, b) => (a === undefined || b.certainty > a.certainty ? b : a),
      undefined,
    );
}

/**
 * Where nothing says how an illness began, its length does: gradually over months; what grew worse over days arose over
 * days.
 */
function impliedOnset(lasting: Lasting | undefined, course: string | undefined): AttributeRead | undefined {
  if (lasting === undefined || course === 'episodic' || course === 'relapsing') return undefined;
  const isGrowing = course === 'progressive';
  const isGradual = lasting.days >= (isGrowing ? GRADUAL_IF_PROGRESSIVE_FROM : GRADUAL_FROM);
  if (!isGradual && !isGrowing) return undefined;
  const state = isGradual ? 'gradual' : onsetState(Math.max(lasting.days, AN_HOUR));
  const certainty = isGradual ? CERTAINTY_IMPLIED : CERTAINTY_LEAST;
  return { ...lasting.read, attribute: 'illness-onset', state, certainty };
}
const AN_HOUR = 0.05;
const A_DAY = 1;
const CERTAINTY_LEAST = 0.6;

/** Onset, duration and course of the illness, which is no older than the patient: at most one of each. */
export const timeOfIllness = (sentences: readonly SentenceTimes[], daysOfLife: number): AttributeRead[] =>
  new Illness(sentences, daysOfLife).read();
