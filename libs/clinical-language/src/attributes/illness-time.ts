import { bySurface } from '../lexicon/phrase-dictionary';
import { type Token } from '../text/tokens';
import { isOfAttack } from './attack-length';
import { type AttributeContext, ELSEWHERE, inBackground } from './attribute-context';
import { type AttributeRead, CERTAINTY_IMPLIED, durationState } from './attribute-read';
import { type Duration } from './durations';
import { type AttributeCue, type IllnessAttribute } from './illness-cues';
import { readInjuryTime } from './injury-time';

/** What is chronic lasts longer than three months, if no number says how long. */
const LONG_LASTING = /^(?:chronic|chronically|longstanding|lifelong)$/;
const LONG_HISTORY: readonly string[] = ['long standing', 'long term', 'long history', 'prolonged history'];
const OPENS_LONG_HISTORY = /^(?:pro)?long(?:ed)?$/;
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

/** "Each lasts a second": no illness is told by its seconds, unless they are how long ago it began. */
const isMoment = ({ days, ago }: Duration): boolean => !ago && days < 1 / 1440;

function readDuration(context: AttributeContext, told: readonly Duration[]): AttributeRead | undefined {
  const isOfAttacks = lengthOfAttacks(context);
  const ofIllness = told.filter((duration) => !isOfAttacks(duration) && !isMoment(duration));
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
 * @param told lengths of time that are told of the illness
 */
export function readIllnessTime(context: AttributeContext, told: readonly Duration[]): AttributeRead[] {
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
  const duration = readDuration(context, told);
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
