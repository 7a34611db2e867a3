import { bySurface, type PhraseTrie } from '../lexicon/phrase-trie';
import { type Mention } from '../matching/mention';
import { type Scopes } from '../assertion/scope';
import { type Sentence } from '../segmentation/sentences';
import { type Token } from '../text/tokens';
import { isOfAttack, isOfEachTime } from './attack-length';
import { type Duration } from './durations';
import { type AttributeCue, type IllnessAttribute } from './illness-cues';
import { readInjuryTime } from './injury-time';

/** How an illness began, how long it has lasted or how it ran, as a text says it. Token positions, end exclusive. */
export interface AttributeRead {
  readonly attribute: IllnessAttribute;
  readonly state: string;
  readonly from: number;
  readonly to: number;
  /** Duration only: days. */
  readonly days?: number;
  /** 0.5..1; 1 unless it is said vaguely or only follows from something else. */
  readonly certainty?: number;
  /** Duration only: the day of something that happened ("chills last night"), which need not be how long. */
  readonly isEvent?: true;
  /** Onset only: that of an injury, `days` ago. */
  readonly isOfInjury?: true;
}

/** Upper limits in days, exclusive. A calendar month counts as one to three months, 28 days as weeks. */
const DURATION_STATES: readonly (readonly [number, string])[] = [
  [1, 'under-24h'],
  [7.5, 'days-1-7'],
  [29.5, 'weeks-1-4'],
  [92.5, 'months-1-3'],
  [Number.POSITIVE_INFINITY, 'over-3-months'],
];

/** The state of `illness-duration` for a length in days. */
export function durationState(days: number): string {
  return DURATION_STATES.find(([limit]) => days < limit)?.[1] ?? 'over-3-months';
}

/** Sections whose times are not those of the present illness. */
const ELSEWHERE: ReadonlySet<Sentence['section']> = new Set([
  'past',
  'family',
  'social',
  'drugs',
  'allergies',
  'plan',
  'laboratory',
  'imaging',
]);

const BACKGROUND_SCOPES = [
  'family',
  'other-person',
  'conditional',
  'planned',
  'historical',
  'negated',
] as const;
const ONSET_WORDS =
  /^(?:started|start|starts|began|begin|begun|onset|history|developed|develops|came|since|lasting|lasted|for|woke|presents|presented|complaining|complains|起|发|病|现|出|始|来|余)$/;

/** "He fell 3 months ago": the time of an injury, which need not be that of the complaint. */
const INJURED = /^(?:fell|tripped|slipped|crashed|摔|跌|撞|坠)$/;

/** 戒酒5年: how long somebody has drunk, smoked or not. */
const HABIT = /^(?:戒|烟|酒|quit|smoked|smoking|drinking)$/;

/** Behind a short time these tell what is done for so long: "40 minute showers", "a ten minute walk". */
const DONE_SHORTLY =
  /^(?:shower|showers|bath|baths|walk|walks|run|runs|jog|nap|naps|drive|drives|ride|rest|rests|session|sessions|lesson|commute|meeting|call|film|shift|wait|journey|flight|drip|infusion)$/;
/** Before a time these tell what somebody does or can do for so long, and no complaint. */
const DOING =
  /^(?:sit|sits|sitting|sat|stand|stands|standing|stood|walk|walks|walking|run|runs|running|push|pushes|pull|carry|carries|drive|drives|driving|rest|rests|rested|resting|wait|waits|waited|sleep|sleeps|slept|nap|naps|shower|showers|lie|lies|lay|read|reads|watch|watches|concentrate|exercise|exercises|cycle|cycles|jog|jogs|swim|swims|cook|cooks|type|types|talk|talks|play|plays|hold|holds|soak|soaks|massage|massaged)$/;
const DOING_ZH =
  /(?:坐|站|走|步行|行走|跑|躺|休息|睡|按摩|按压|散步|骑车|开车|洗澡|淋浴|平卧|蹲)[下着了约后上]?(?:约|大约)?$/;
/** What is done for so long is over within the day. */
const MAX_DOING_DAYS = 0.6;

/** "Can sit for five minutes", "40 minute showers", 坐5分钟: a length of what is done. */
function isOfActivity({ tokens, sentence }: AttributeContext, { from, to, days, ago }: Duration): boolean {
  if (days >= MAX_DOING_DAYS || (ago && tokens[to - 1]?.text !== 'before')) return false;
  const next = tokens[to]?.text === '-' ? to + 1 : to;
  if (DONE_SHORTLY.test(tokens[next]?.text ?? '')) return true;
  let start = from;
  while (
    start > sentence.from &&
    from - start < MAX_ACTIVITY &&
    !/^[,;:，；：。]$/.test(tokens[start - 1]?.text ?? '')
  )
    start -= 1;
  const before = tokens.slice(start, from).map(({ text }) => text);
  if (DOING_ZH.test(before.join(''))) return true;
  return before.some(
    (word, index) =>
      DOING.test(word) && !/^(?:when|while|on|with|after|by|during)$/.test(before[index - 1] ?? ''),
  );
}
const MAX_ACTIVITY = 8;

/** "Capillary refill over 3 seconds": how long a sign of the examination takes. */
const TIMED_SIGN = /^(?:refill|crt|refilling|充盈时间|apnoea|apnea|gap|pause|expiration|expiratory)$/;

function isOfSign({ tokens }: AttributeContext, { from, to, days }: Duration): boolean {
  if (days >= 1 / 1440) return false;
  const around = tokens.slice(Math.max(0, from - MAX_SIGN), to + 2);
  return (
    around.some(({ text }) => TIMED_SIGN.test(text)) || /充盈/.test(around.map(({ text }) => text).join(''))
  );
}
const MAX_SIGN = 7;

const BEGINNINGS = /^(?:started|starts|began|begins|begun|onset)$/;

/** What the stage needs to know of a sentence. */
export interface AttributeContext {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  /** Every stretch of time in the sentence. */
  readonly durations: readonly Duration[];
  readonly scopes: Scopes;
  readonly cues: PhraseTrie<AttributeCue>;
  /** Tokens that tell age and sex: 男，5个月 is no length of an illness. */
  readonly demographicTokens: ReadonlySet<number>;
  /** Whether a mention is about the past or the person's background rather than the present illness. */
  isBackground(mention: Mention): boolean;
}

/** A clause is at most this long to either side of a time, however long a text goes on without a mark. */
const CLAUSE_REACH = 60;
const CLAUSE_BREAK = /^[,;；:()]$/;

function clauseOf({ tokens, sentence }: AttributeContext, position: number): [number, number] {
  const isBreak = (at: number): boolean => CLAUSE_BREAK.test(tokens[at]?.text ?? '');
  const [first, last] = [
    Math.max(sentence.from, position - CLAUSE_REACH),
    Math.min(sentence.to, position + CLAUSE_REACH),
  ];
  let from = position;
  while (from > first && !isBreak(from - 1)) from -= 1;
  let to = position;
  while (to < last && !isBreak(to)) to += 1;
  return [from, to];
}

function inBackground(context: AttributeContext, from: number, to: number): boolean {
  for (let position = from; position < to; position += 1) {
    const scope = context.scopes.at(position);
    if (BACKGROUND_SCOPES.some((kind) => scope.has(kind))) return true;
  }
  return false;
}

/** Words of an onset stand at most this many tokens before their time: "began suddenly [2 hours ago]". */
const ONSET_REACH = 3;

/** "Began suddenly 2 hours ago while ...": the onset tells whose time it is, whatever else its clause says. */
function isTimeOfOnset({ tokens, mentions }: AttributeContext, { from }: Duration): boolean {
  for (let position = from - 1; position >= from - ONSET_REACH; position -= 1) {
    if (mentions.some((mention) => mention.from <= position && position < mention.to)) return false;
    if (BEGINNINGS.test(tokens[position]?.text ?? '')) return true;
  }
  return false;
}

/** A complaint that somebody names by its illness: "piles" 5/7, "UTI 3/7"; what is longer known is background. */
const NAMED_UP_TO = 45;
const QUOTES = /^["'~,x×(+-]$/;

function isBesideComplaint({ tokens, mentions }: AttributeContext, duration: Duration): boolean {
  if (duration.isShorthand !== true || duration.ago || duration.days > NAMED_UP_TO) return false;
  let at = duration.from;
  while (QUOTES.test(tokens[at - 1]?.text ?? '')) at -= 1;
  return mentions.some(({ to }) => to === at);
}

/** A time belongs to the illness if its clause tells a symptom or an onset, and nothing from the background is nearer. */
function belongsToIllness(context: AttributeContext, duration: Duration): boolean {
  if (isTimeOfOnset(context, duration) || isBesideComplaint(context, duration)) return true;
  const [from, to] = clauseOf(context, duration.from);
  const near = context.mentions.filter((mention) => mention.from < to && mention.to > from);
  if (near.length > 0) {
    const distance = (mention: Mention): number =>
      mention.from >= duration.to ? mention.from - duration.to : Math.max(0, duration.from - mention.to);
    const nearest = near.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    return !context.isBackground(nearest);
  }
  for (let position = from; position < to; position += 1) {
    if (ONSET_WORDS.test(context.tokens[position]?.text ?? '')) return true;
  }
  const isOther = context.tokens.slice(from, to).some(({ text }) => INJURED.test(text) || HABIT.test(text));
  const before = context.mentions.filter((mention) => mention.to <= from).at(-1);
  if (isOther || (before !== undefined && context.isBackground(before))) return false;
  return to - from <= duration.to - duration.from + 2;
}

/** "Cough without fever for 4 months": the time is the cough's, told before the exclusion. */
function isBehindExclusion(context: AttributeContext, { from }: Duration): boolean {
  const { tokens, mentions, scopes } = context;
  const [start] = clauseOf(context, from);
  let without = from - 1;
  while (without >= start && tokens[without]?.text !== 'without') without -= 1;
  if (without < start) return false;
  const others = BACKGROUND_SCOPES.filter((kind) => kind !== 'negated');
  if (others.some((kind) => scopes.at(from).has(kind))) return false;
  return mentions.some((mention) => mention.to <= without && !context.isBackground(mention));
}

/** 两个月发作一次, 3天1次: how often, not how long. */
function isInterval(tokens: readonly Token[], { to }: Duration): boolean {
  const behind = [0, 1, 2, 3].map((step) => tokens[to + step]?.text ?? '').join('');
  return /^(?:就|会|才|能|能够)?(?:发作|发|犯|来|解|排|大便|小便|腹泻)?[一两二三四五六七八九十\d~-]{1,3}次/.test(
    behind,
  );
}

/** A frequency or an age, not a length: "twice a day", "20 cigarettes a day", "58 years old". */
function isRate({ tokens }: AttributeContext, duration: Duration): boolean {
  const article = /^an?$/.test(tokens[duration.from]?.text ?? '');
  const before = tokens[duration.from - 1]?.text ?? '';
  if (
    article &&
    !duration.ago &&
    !/^(?:for|over|about|past|within|nearly|almost|since|of|last)$/.test(before)
  )
    return true;
  if (duration.isShorthand === true) return false;
  if (/^(?:per|every|each|每|\/|x|times)$/.test(before) || isInterval(tokens, duration)) return true;
  const after = tokens[duration.to]?.text ?? '';
  const second = tokens[duration.to + 1]?.text ?? '';
  return (
    /^(?:old|岁|龄|大)$/.test(after) ||
    (after === '-' && second === 'old') ||
    (/^(?:before|after|前|后)$/.test(before) && after !== 'of')
  );
}

/** "8 weeks pregnant", 停经7周, 孕30周: the age of a pregnancy. */
function isGestation({ tokens }: AttributeContext, { from, to }: Duration): boolean {
  const after = tokens[to]?.text === "'" ? tokens[to + 1]?.text : tokens[to]?.text;
  const before = `${tokens[from - 2]?.text ?? ''}${tokens[from - 1]?.text ?? ''}`;
  return (
    /^(?:pregnant|gestation|gestational|postpartum|post)$/.test(after ?? '') ||
    /(?:停经|孕|妊娠|绝经|产后|at|lmp|月经)$/.test(before)
  );
}

/** Lengths of time that are looked at in one sentence; nobody's history tells more. */
const MOST_TIMES = 100;
/** The lengths of time in a sentence that are told of the present illness. */
export function illnessDurations(context: AttributeContext): Duration[] {
  const { tokens, sentence } = context;
  if (ELSEWHERE.has(sentence.section)) return [];
  return context.durations
    .slice(0, MOST_TIMES)
    .filter(
      (duration) =>
        duration.days < 120 * 366 &&
        !context.demographicTokens.has(duration.from) &&
        !isRate(context, duration) &&
        !isGestation(context, duration) &&
        !isOfActivity(context, duration) &&
        !isOfSign(context, duration) &&
        !(duration.days < 1 && isOfEachTime(tokens, duration)) &&
        (!inBackground(context, duration.from, duration.to) || isBehindExclusion(context, duration)) &&
        belongsToIllness(context, duration),
    );
}

/** What is chronic lasts longer than three months, if no number says how long. */
const LONG_LASTING = /^(?:chronic|chronically|longstanding|lifelong)$/;
const LONG_HISTORY: readonly string[] = ['long standing', 'long term', 'long history', 'prolonged history'];
const OPENS_LONG_HISTORY = /^(?:pro)?long(?:ed)?$/;
/** How sure an attribute is that is said without a number or follows from another. */
export const CERTAINTY_IMPLIED = 0.7;
const MAX_TO_COMPLAINT = 4;

function longLastingAt(tokens: readonly Token[], position: number): number {
  const word = tokens[position]?.text ?? '';
  if (LONG_LASTING.test(word)) return 1;
  if (!OPENS_LONG_HISTORY.test(word)) return 0;
  const at = tokens[position + 1]?.text === '-' ? 2 : 1;
  return LONG_HISTORY.includes(`${word} ${tokens[position + at]?.text ?? ''}`) ? at + 1 : 0;
}

/** "Chronic headache", "a long history of dry eyes"; not a chronic disease that is part of the background. */
function readLongLasting(context: AttributeContext): AttributeRead | undefined {
  const { tokens, sentence, mentions } = context;
  for (let from = sentence.from; from < sentence.to; from += 1) {
    const to = from + longLastingAt(tokens, from);
    if (to === from || inBackground(context, from, to)) continue;
    const complaint = mentions.find((mention) => mention.to > from && mention.from < to + MAX_TO_COMPLAINT);
    if (complaint === undefined || context.isBackground(complaint)) continue;
    return { attribute: 'illness-duration', state: 'over-3-months', from, to, certainty: CERTAINTY_IMPLIED };
  }
  return undefined;
}

/** "It lasts 20 seconds": what is over within the hour, and told of every time. */
const lastsShortly = (tokens: readonly Token[], { from, days }: Duration): boolean =>
  days < 1 / 24 && tokens.slice(Math.max(0, from - 5), from).some(({ text }) => text === 'lasts');

const IN_ATTACKS: ReadonlySet<string> = new Set(['episodic', 'relapsing']);

/** "Recurrent headaches, lasting 12 hours": of an illness in attacks, what lasts is an attack. */
function lengthOfAttacks({ tokens, sentence, cues }: AttributeContext): (duration: Duration) => boolean {
  const said = cues.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to);
  const comesInAttacks = said.some(({ values }) => values.some(({ state }) => IN_ATTACKS.has(state)));
  return (duration) => (comesInAttacks || lastsShortly(tokens, duration)) && isOfAttack(tokens, duration);
}

const NAMED_DAY =
  /^(?:today|tonight|yesterday|overnight|last night|this (?:morning|afternoon|evening)|[昨今][晨早日天晚夜])$/;
const BEGINS =
  /^(?:since|from|started|starts|began|begun|onset|woke|awoke|sudden|suddenly|自|从|始|起|突|发|来|因)$/;
const MAX_BEGINS = 5;

/** "Chills last night": the day when something happened, without a word of how the illness began. */
function isDayOfEvent({ tokens, sentence }: AttributeContext, { from, to }: Duration): boolean {
  const words = tokens.slice(from, to).map(({ text }) => text);
  if (!NAMED_DAY.test(words.join(tokens[from]?.kind === 'han' ? '' : ' '))) return false;
  const around = tokens.slice(
    Math.max(sentence.from, from - MAX_BEGINS),
    Math.min(sentence.to, to + MAX_BEGINS),
  );
  return !around.some(({ text }) => BEGINS.test(text));
}

function readDuration(context: AttributeContext): AttributeRead | undefined {
  const isOfAttacks = lengthOfAttacks(context);
  const ofIllness = illnessDurations(context).filter((duration) => !isOfAttacks(duration));
  const longest = ofIllness.reduce<Duration | undefined>(
    (best, next) => (best === undefined || next.days > best.days ? next : best),
    undefined,
  );
  if (longest === undefined) return readLongLasting(context);
  const { from, to, days } = longest;
  const event = isDayOfEvent(context, longest) ? { isEvent: true as const } : {};
  return { attribute: 'illness-duration', state: durationState(days), from, to, days, ...event };
}

/** Something that comes "when breathing in" or 活动时 worsens by a trigger, not over time. */
function isTriggered(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.text ?? '';
  const after = tokens[to]?.text ?? '';
  const clause = [-4, -3, -2, -1].map((step) => tokens[from + step]?.text ?? '').join('');
  return (
    /^[时后]$/.test(before) ||
    TRIGGERS_ZH.test(clause) ||
    isUnderCircumstance(tokens, from) ||
    /^(?:on|with|when|after|by|during)$/.test(after)
  );
}

/** 进食后上腹痛加重: what the clause tells before is when it gets worse, not that it did. */
function isUnderCircumstance(tokens: readonly Token[], from: number): boolean {
  let clause = '';
  for (let at = from - 1; at >= 0 && !/^[,、;；。.:]$/.test(tokens[at]?.text ?? ''); at -= 1)
    clause = (tokens[at]?.text ?? '') + clause;
  return CIRCUMSTANCE_ZH.test(clause);
}

const CIRCUMSTANCE_ZH =
  /(?:[活运劳进餐饭食饮酒凉冷热醒动坐站走蹲躺卧压碰擦洗抓晒吃咳累累怒气奶]|[天月经]前)[后时]|晚上|夜间|夜里|早晨|晨起|清晨|午后|(?:遇|受)[冷凉热风]|随/;

/** Circumstances that need no 时 or 后 before 加重. */
const TRIGGERS_ZH =
  /(?:晚上|夜间|夜里|夜晚|早上|早晨|晨起|清晨|午后|下午|凌晨|活动|运动|劳累|受凉|遇冷|天冷|冬季|冬天|夏季|春季|秋季|久坐|久站|行走|站立|平卧|进食|饮酒|熬夜|经期|阴雨天|天气变化)(?:会|可|则|明显|疼痛|痛)?$/;

/** 持续时间 and 反复询问 tell nothing of the course; what is lighter or less is a complaint of its own (体重减轻). */
function isOtherwise(
  { tokens, mentions }: AttributeContext,
  { state }: AttributeCue,
  from: number,
  to: number,
): boolean {
  const behind = `${tokens[to]?.text ?? ''}${tokens[to + 1]?.text ?? ''}`;
  if (/^(?:时间|时长|多久|天数|[在]?[吃服用]|口服)/.test(behind)) return true;
  if (state === 'relapsing' && /^(?:[问询查检洗核叮嘱]|确认|思考|想|说)/.test(behind)) return true;
  return (
    state === 'resolving' &&
    mentions.some((mention) => mention.form === 'phrase' && mention.from <= from && to <= mention.to)
  );
}

const injuryTime = (context: AttributeContext): AttributeRead[] => {
  const { tokens, mentions, durations } = context;
  return readInjuryTime(tokens, mentions, durations, (from, to) => !inBackground(context, from, to));
};

/**
 * Reads onset, duration and course of the present illness from a sentence; nothing from the past, from relatives, or
 * of what is denied. At most one of each.
 */
export function readIllnessTime(context: AttributeContext): AttributeRead[] {
  if (ELSEWHERE.has(context.sentence.section)) return [];
  const reads = new Map<IllnessAttribute, AttributeRead>();
  const { tokens, sentence } = context;
  for (const { from, to, values } of context.cues.matchAll(
    tokens,
    bySurface,
    undefined,
    sentence.from,
    sentence.to,
  )) {
    for (const cue of values) {
      const isCourse = cue.attribute === 'illness-course';
      if (reads.has(cue.attribute) || inBackground(context, from, to)) continue;
      if (isCourse && (isTriggered(tokens, from, to) || isOtherwise(context, cue, from, to))) continue;
      reads.set(cue.attribute, { ...cue, from, to });
    }
  }
  const duration = readDuration(context);
  if (duration !== undefined) reads.set('illness-duration', duration);
  for (const read of injuryTime(context)) {
    const isVague = (reads.get(read.attribute)?.certainty ?? 1) < 1;
    if (!reads.has(read.attribute) || isVague) reads.set(read.attribute, read);
  }
  return [...reads.values()];
}

/** Everything in a sentence that tells of time, for telling what is left over. */
export function timeTokens({ tokens, sentence, cues, durations }: AttributeContext): number[] {
  const positions: number[] = [];
  const spans = [...durations, ...cues.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to)];
  for (const { from, to } of spans) {
    for (let position = from; position < to; position += 1) positions.push(position);
  }
  return positions;
}
