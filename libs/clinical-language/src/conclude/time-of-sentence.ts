import { type Scopes } from '../assert/scope';
import { concerns } from '../assert/statements';
import { type PhraseDictionary } from '../lexicon/phrase-dictionary';
import { type Mention } from '../resolve/mention';
import { readNumber } from '../normalise/numbers';
import { type PersonalAmount } from '../recognise/personal-amount';
import { type Duration } from '../recognise/time-expressions';
import { type TimeRole } from '../recognise/time-words';
import { type Sentence } from '../segment/sentences';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Token } from '../model/token';
import { type AttributeCue } from '../recognise/illness-words';
import { type TimeCue, timeCues } from './time-cues';
import { gather } from '../normalise/lists-by-key';

/** What the stage needs to know of a sentence. */
export interface TimeContext {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  /** Every stretch of time in the sentence. */
  readonly durations: readonly Duration[];
  readonly scopes: Scopes;
  /** What the knowledge base calls the states of onset, duration and course. */
  readonly cues: PhraseDictionary<AttributeCue>;
  /** Tokens that tell age and sex: 男，5个月 is no length of an illness. */
  readonly demographicTokens: ReadonlySet<number>;
  /** Nor are the weeks of a pregnancy. */
  readonly personalAmounts: readonly PersonalAmount[];
  /** Values from their names on: Apgar评分1分钟2分 tells when something was measured. */
  readonly measured: readonly Stretch[];
  /** Whether a mention is about the past or the person's background rather than the present illness. */
  isBackground(mention: Mention): boolean;
}

/** How a length of time is told. */
export interface TimeSaid extends Duration {
  /** Told of a complaint, or only of nothing else. */
  readonly isOfComplaint: boolean;
  /** It is how long it took to arise ("over two hours", 3天内); how long it has lasted only if nothing else is told. */
  readonly isSpan: boolean;
  /** It reaches until now ("for the past", 近3天, "since"). */
  readonly isStill: boolean;
  /** How long it has been worse, or back, and not how long it has been there. */
  readonly isOfWorsening: boolean;
}

/** How one sentence speaks of time. */
export interface SentenceTimes {
  readonly sentence: Sentence;
  /** Lengths of the present illness. */
  readonly lengths: readonly TimeSaid[];
  /** Lengths of single attacks. */
  readonly attacks: readonly Duration[];
  /** Words of onset and course that are said of the present illness, and words that steer the whole. */
  readonly cues: readonly TimeCue[];
}

/** Sections whose times are not those of the present illness. */
const ELSEWHERE: ReadonlySet<Sentence['section']> = new Set([
  'past',
  'family',
  'social',
  'drugs',
  'allergies',
  'plan',
  'differential',
  'laboratory',
  'imaging',
]);

const NOT_OF_PATIENT_NOW = [
  'family',
  'other-person',
  'conditional',
  'planned',
  'historical',
  'negated',
] as const;

/** What happens in a moment, and from which what follows counts: a fall, a blow, a burn. */
export const isInjury = ({ role, certainty }: TimeCue): boolean =>
  role === 'onset' && certainty === OF_INJURY;
const OF_INJURY = 0.9;
/** What was hurt longer ago is seldom the beginning of the present illness; days. */
export const MOST_DAYS_OF_INJURY = 7.5;

/** A sentence that gives more lengths of time repeats itself; it must not cost more. */
const MOST_TIMES = 24;
const MOST_CUES = 32;
/** A clause is at most this long to either side of a time, however long a text goes on without a mark. */
const CLAUSE_REACH = 60;
/** No illness is as old as that; days. */
const MOST_DAYS = 120 * 366;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a length of time in a clause may be told of. */
interface Anchor extends Stretch {
  readonly isInjury?: boolean;
  readonly kind: 'complaint' | 'elsewhere';
}

const anchor = ({ from, to }: Stretch, kind: Anchor['kind']): Anchor => ({ kind, from, to });
const gapOf = (a: Stretch, b: Stretch): number => Math.max(0, a.from - b.to, b.from - a.to);
const overlaps = (a: Stretch, b: Stretch): boolean => a.from < b.to && a.to > b.from;
const covers = (a: Stretch, b: Stretch): boolean => a.from <= b.from && b.to <= a.to;

/** Chinese that is dictated has a space where one draws breath. */
const isPause = (before: Token | undefined, token: Token | undefined): boolean =>
  before?.kind === 'han' && token?.kind === 'han' && token.start > before.end;

class SentenceReader {
  private readonly all: readonly TimeCue[];
  private readonly byRole = new Map<TimeRole, TimeCue[]>();
  /** Where clauses end. */
  private readonly marks: readonly Stretch[];
  private readonly anchors: readonly Anchor[];

  constructor(private readonly context: TimeContext) {
    const { tokens, sentence, durations, cues, mentions } = context;
    this.marks = gather(positionsBetween(sentence.from, sentence.to), (at) => {
      if (/^[,;；:()]$/.test(tokens[at]?.text ?? '')) return [{ from: at, to: at + 1 }];
      return isPause(tokens[at - 1], tokens[at]) && at > sentence.from ? [{ from: at, to: at }] : [];
    });
    // 膝反射消失: what is gone where that is the finding gets no better
    const isOfFinding = ({ role, state, from, to }: TimeCue): boolean =>
      role === 'course' &&
      state === 'resolving' &&
      mentions.some(({ used }) => positionsBetween(from, to).every((at) => used.includes(at)));
    this.all = timeCues(tokens, sentence, durations.slice(0, MOST_TIMES), cues).filter(
      (cue) => !isOfFinding(cue),
    );
    for (const cue of this.all) {
      const known = this.byRole.get(cue.role);
      if (known === undefined) this.byRole.set(cue.role, [cue]);
      else known.push(cue);
    }
    const others = [...this.of('other'), ...this.of('former')];
    const ofComplaint = gather(['begins', 'onset', 'course', 'lacks'] as const, (role) => this.of(role));
    const isNamed = (mention: Mention): boolean =>
      !durations.some((duration) => covers(duration, mention)) &&
      !this.all.some((cue) => isInjury(cue) && overlaps(cue, mention));
    const named = mentions.filter(isNamed);
    const isTrigger = ({ from, to }: Mention): boolean =>
      tokens[to - 1]?.text === '后' || /^(?:after|following)$/.test(tokens[from]?.text ?? '');
    const isElsewhere = (mention: Mention): boolean =>
      context.isBackground(mention) || others.some((other) => overlaps(other, mention));
    this.anchors = [
      ...others.map((cue) => anchor(cue, 'elsewhere')),
      ...ofComplaint.map((cue) => ({ ...anchor(cue, 'complaint'), isInjury: isInjury(cue) })),
      ...gather(named, (mention) => {
        if (!isElsewhere(mention)) return [anchor(mention, 'complaint')];
        // "Two days ago, after a wetting, ...": what follows on it is told.
        return isTrigger(mention) ? [] : [anchor(mention, 'elsewhere')];
      }),
    ];
  }

  read(): SentenceTimes {
    const { durations, sentence } = this.context;
    if (ELSEWHERE.has(sentence.section)) return { sentence, lengths: [], attacks: [], cues: [] };
    const told = durations.slice(0, MOST_TIMES);
    const attacks = told.filter((duration) => this.isAttack(duration));
    return {
      sentence,
      lengths: [
        ...this.daysCounted(),
        ...gather(
          told.filter((duration) => !attacks.includes(duration)),
          (duration) => this.lengthOf(duration),
        ),
      ],
      attacks,
      cues: this.all.slice(0, MOST_CUES).filter((cue) => this.isSaid(cue)),
    };
  }

  /** "Day 4 of illness", 病程第4天. */
  private daysCounted(): TimeSaid[] {
    const { tokens } = this.context;
    return gather(this.all, ({ role, from, to }) => {
      if (role !== 'day-count') return [];
      for (let at = from; at < to; at += 1) {
        const number = readNumber(tokens, at);
        const said = { isOfComplaint: true, isSpan: false, isStill: true, isOfWorsening: false };
        if (number !== undefined && number.value >= 1)
          return [{ days: number.value, from, to, ago: false, ...said }];
      }
      return [];
    });
  }

  private of(role: TimeRole): readonly TimeCue[] {
    return this.byRole.get(role) ?? [];
  }

  private has(role: TimeRole, at: Stretch): boolean {
    return this.of(role).some((cue) => covers(cue, at));
  }

  /** "Recurrent headaches, lasting 12 hours": of what comes in attacks, an attack lasts. */
  private isAttack(duration: Duration): boolean {
    if (duration.days > MOST_DAYS_OF_ATTACK || duration.ago) return false;
    const comesInAttacks = this.all.some(
      ({ role, state }) => role === 'course' && (state === 'episodic' || state === 'relapsing'),
    );
    return this.all.some(
      (cue) =>
        cue.role === 'attack' &&
        covers(cue, duration) &&
        (cue.certainty === 1 || comesInAttacks || duration.days < SHORT),
    );
  }

  private lengthOf(duration: Duration): TimeSaid[] {
    const { demographicTokens, personalAmounts, measured } = this.context;
    if (duration.days >= MOST_DAYS || demographicTokens.has(duration.from)) return [];
    if (personalAmounts.some((amount) => overlaps(amount, duration))) return [];
    if (measured.some((value) => overlaps(value, duration))) return [];
    if (this.isOfSomethingElse(duration) || this.isRate(duration)) return [];
    const told = this.toldOf(duration);
    if (told === 'elsewhere') return [];
    const clause = this.clauseAt(duration.from);
    const isStill =
      this.has('still', duration) ||
      this.all.some(
        (cue) =>
          (cue.role === 'begins' || cue.role === 'onset') &&
          overlaps(cue, clause) &&
          this.distance(cue, duration) <= NEAR_BEGINNING,
      );
    return [
      {
        ...duration,
        isOfComplaint: told === 'complaint',
        isSpan: this.has('span', duration),
        isStill,
        isOfWorsening: this.isOfWorsening(duration),
      },
    ];
  }

  /** "Every three weeks", "58 years old". What is ago was once, and what came "over two days after" came, whatever else. */
  private isOfSomethingElse(duration: Duration): boolean {
    const spans = this.of('span').filter((span) => covers(span, duration));
    return this.all.some(
      (cue) =>
        (cue.role === 'not-illness' || cue.role === 'ended') &&
        covers(cue, duration) &&
        !(duration.ago && cue.from === duration.from) &&
        !spans.some((span) => !covers(cue, span)),
    );
  }

  /** "A day", "a week" without more is how often. */
  private isRate({ from, to, ago }: Duration): boolean {
    const { tokens } = this.context;
    if (!/^an?$/.test(tokens[from]?.text ?? '') || ago || to - from > A_UNIT) return false;
    return !this.all.some(
      (cue) => cue.from < from && from < cue.to && ['still', 'span', 'attack'].includes(cue.role),
    );
  }

  /** The words between the marks around a position. */
  private clauseAt(position: number): Stretch {
    const { sentence } = this.context;
    let from = Math.max(sentence.from, position - CLAUSE_REACH);
    let to = Math.min(sentence.to, position + CLAUSE_REACH);
    for (const mark of this.marks) {
      if (mark.to <= position) from = Math.max(from, mark.to);
      else to = Math.min(to, mark.from);
    }
    return { from, to };
  }

  private toldOf(duration: Duration): 'complaint' | 'elsewhere' | 'nothing' {
    if (this.isElsewhere(duration)) return 'elsewhere';
    const clause = this.clauseAt(duration.from);
    return this.nearestIn(clause, duration) ?? this.aroundLone(clause, duration);
  }

  /** What stands nearest in the clause. "Since she started school five weeks ago" is told of what began then. */
  private nearestIn(
    clause: Stretch,
    time: Stretch & { readonly days?: number },
    reach = Number.POSITIVE_INFINITY,
  ): Anchor['kind'] | undefined {
    const since = this.of('still').find((cue) => covers(cue, time));
    let best: (Anchor & { readonly distance: number }) | undefined;
    for (const each of this.anchors) {
      if (!overlaps(each, clause) || each.from === time.from) continue;
      if (best !== undefined && gapOf(each, time) > best.distance) continue;
      if (since !== undefined && covers(since, each)) continue;
      const distance = this.distance(each, time);
      const isNearer = distance < (best?.distance ?? Number.POSITIVE_INFINITY);
      if (isNearer || (distance === best?.distance && each.kind === 'complaint'))
        best = { ...each, distance };
    }
    if (best?.kind === 'elsewhere' && best.distance > reach) return undefined;
    const isOldInjury = best?.isInjury === true && (time.days ?? 0) > MOST_DAYS_OF_INJURY;
    return isOldInjury ? 'elsewhere' : best?.kind;
  }

  private distance(anchor: Stretch, time: Stretch): number {
    const [from, to] = anchor.to <= time.from ? [anchor.to, time.from] : [time.to, anchor.from];
    const { tokens } = this.context;
    let joints = 0;
    for (let at = from; at < to; at += 1) if (JOINTS.has(textAt(tokens, at))) joints += 1;
    return gapOf(anchor, time) + joints * JOINT;
  }

  /** "Four days ago, ..., his knee swelled": a time alone between its marks is told of what stands beside it. */
  private aroundLone(clause: Stretch, time: Duration): 'complaint' | 'elsewhere' | 'nothing' {
    const { sentence } = this.context;
    const own = clause.to - clause.from - (time.to - time.from);
    if (own > MOST_WORDS_ALONE) return 'nothing';
    const opens = clause.from - sentence.from <= 1;
    const beside = opens
      ? this.clauseAt(clause.to + 1)
      : this.clauseAt(Math.max(sentence.from, clause.from - 2));
    const there = this.anchors.filter((anchor) => overlaps(anchor, beside)).map(({ kind }) => kind);
    if (there.includes('complaint')) return 'complaint';
    return there[0] ?? 'nothing';
  }

  private isOfWorsening(duration: Duration): boolean {
    const clause = this.clauseAt(duration.from);
    return this.all.some(
      (cue) =>
        cue.role === 'course' &&
        (cue.state === 'progressive' || cue.state === 'relapsing') &&
        overlaps(cue, clause) &&
        cue.from <= duration.to + 1 &&
        this.distance(cue, duration) <= BESIDE &&
        (covers(cue, duration) || cue.to <= duration.from),
    );
  }

  /** Of somebody else, of the past, denied, planned. */
  private isElsewhere({ from, to }: Stretch, isAgain = false): boolean {
    const { scopes } = this.context;
    const clause = this.clauseAt(from);
    const isLack = this.of('lacks').some((cue) => overlaps(cue, clause));
    // "A history of pain for the last three months": what reaches until now is not past.
    const isNow = isAgain || this.has('still', { from, to });
    for (let at = from; at < to; at += 1) {
      const scope = scopes.at(at);
      const said = NOT_OF_PATIENT_NOW.filter(
        (kind) => scope.has(kind) && !(isNow && kind === 'historical') && !(isLack && kind === 'negated'),
      );
      if (said.length > 0) return !this.isBehindExclusion(from);
    }
    return false;
  }

  /** "Cough without fever for 4 months": the time is the cough's, told before the exclusion. */
  private isBehindExclusion(position: number): boolean {
    const { scopes, tokens } = this.context;
    const scope = scopes.at(position);
    if (NOT_OF_PATIENT_NOW.some((kind) => kind !== 'negated' && scope.has(kind))) return false;
    const { from } = this.clauseAt(position);
    const without = tokens.slice(from, position).findIndex(({ text }) => /^(?:without|no|无)$/.test(text));
    return (
      without > 0 &&
      this.anchors.some(({ kind, to }) => kind === 'complaint' && from < to && to <= from + without)
    );
  }

  private isSaid(cue: TimeCue): boolean {
    if (cue.role !== 'onset' && cue.role !== 'course' && cue.role !== 'long') return cue.role !== 'none';
    if (this.context.sentence.section === 'examination') return false;
    const clause = this.clauseAt(cue.from);
    const isAgain = cue.state === 'relapsing' && cue.certainty < 1;
    if (this.isElsewhere(cue, isAgain) && (!this.holdsItsDenial(cue) || this.deniesMore(cue))) return false;
    if (isInjury(cue) && this.isOldIn(clause)) return false;
    if (!isAgain && this.of('former').some((other) => overlaps(other, clause))) return false;
    const sure = cue.certainty === 1 && (cue.role === 'onset' || cue.state === 'resolving');
    return this.nearestIn(clause, cue, sure ? OF_OTHER : undefined) !== 'elsewhere';
  }

  /** "[No change] in bowel habit": the denial is of what stands behind, and no course. "No change in the headache" is one. */
  private deniesMore({ to }: TimeCue): boolean {
    const { scopes, tokens } = this.context;
    const behind = tokens[to];
    return behind !== undefined && concerns(behind) && scopes.at(to + 1).has('negated');
  }

  private isOldIn(clause: Stretch): boolean {
    return this.context.durations.some(
      ({ from, to, days }) => days > MOST_DAYS_OF_INJURY && overlaps({ from, to }, clause),
    );
  }

  /** "Has not let up", 时有时无: the denial is a part of the words. */
  private holdsItsDenial({ from, to }: TimeCue): boolean {
    const { cueTokens } = this.context.scopes;
    return this.context.tokens.slice(from, to).some((_, index) => cueTokens.has(from + index));
  }
}

/** "A week", without more. */
const A_UNIT = 2;
/** "Suddenly stopped his tablets": so near, what is sure to be sudden is said of something else; words between. */
const OF_OTHER = 2;
/** Behind these a new statement begins as behind so many words. */
const JOINT = 4;
const JOINTS: ReadonlySet<string> = new Set(['and', 'but', 'then', 'which', 'who', '后', '并', '伴']);
const BESIDE = 3;
/** "About four days ago now": so many words more than the time itself, and it stands alone. */
const MOST_WORDS_ALONE = 2;
const MOST_DAYS_OF_ATTACK = 4;
/** What lasts no longer than this was an attack, whatever is said; days. */
const SHORT = 0.1;
/** "Began, after a bad night, yesterday": words between. */
const NEAR_BEGINNING = 5;

/** What a sentence tells of the time of the present illness. */
export const readSentenceTimes = (context: TimeContext): SentenceTimes => new SentenceReader(context).read();

/** Words that say nothing but time; what a time is told of says something of its own. */
const OF_TIME_ALONE: ReadonlySet<TimeRole> = new Set<TimeRole>([
  'onset',
  'course',
  'long',
  'day-count',
  'this-time',
]);

/** Everything in a sentence that tells of time, for telling what is left over. */
export const tokensOfTime = ({ durations }: TimeContext, { cues }: SentenceTimes): Stretch[] => [
  ...durations,
  ...cues.filter((cue) => OF_TIME_ALONE.has(cue.role) && !isInjury(cue)),
];
