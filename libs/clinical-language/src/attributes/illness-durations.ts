import { type Mention } from '../matching/mention';
import { joinedText } from '../text/at-position';
import { type Token } from '../text/tokens';
import {
  type AttributeContext,
  BACKGROUND_SCOPES,
  clauseOf,
  ELSEWHERE,
  inBackground,
} from './attribute-context';
import { isOfEachTime } from './attack-length';
import { type Duration } from './durations';
import { isOfSomethingElse } from './times-of-others';

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
  /^(?:stop|stops|stopped|pause|pauses|freezes|stares|stared|locks|sticks|sit|sits|sitting|sat|stand|stands|standing|stood|walk|walks|walking|run|runs|running|push|pushes|pull|carry|carries|drive|drives|driving|rest|rests|rested|resting|wait|waits|waited|sleep|sleeps|slept|nap|naps|shower|showers|lie|lies|lay|read|reads|watch|watches|concentrate|exercise|exercises|cycle|cycles|jog|jogs|swim|swims|cook|cooks|type|types|talk|talks|play|plays|hold|holds|soak|soaks|massage|massaged)$/;
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

/** 疼了大半年, 病了三天. */
const AILING_ZH = /[疼痛咳烧吐泻拉肿麻晕痒病喘胀]了(?:有|大|小|快|将近|差不多|好)?$/;
const MAX_AILING = 5;

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
    // 来 in 十来年前 tells no onset.
    const isInside = duration.from <= position && position < duration.to - 1;
    if (!isInside && ONSET_WORDS.test(context.tokens[position]?.text ?? '')) return true;
  }
  if (AILING_ZH.test(joinedText(context.tokens, duration.from - MAX_AILING, duration.from))) return true;
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
  const behind = joinedText(tokens, to, to + 4);
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
const MOST_TIMES = 40;
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
        !isOfSomethingElse(context, duration) &&
        !(duration.days < 1 && isOfEachTime(tokens, duration)) &&
        (!inBackground(context, duration.from, duration.to) || isBehindExclusion(context, duration)) &&
        belongsToIllness(context, duration),
    );
}
