import { surfaceKeys } from '../lexicon/phrases';
import { bySurface, PhraseTrie } from '../lexicon/phrase-trie';
import { type Mention } from '../matching/mention';
import { type Scopes } from '../assertion/scope';
import { type VocabularyFinding } from '../model/vocabulary';
import { type Sentence } from '../segmentation/sentences';
import { type Token } from '../text/tokens';
import { type Duration, findDurations } from './durations';

export type IllnessAttribute = 'illness-onset' | 'illness-duration' | 'illness-course';

/** How an illness began, how long it has lasted or how it ran, as a text says it. Token positions, end exclusive. */
export interface AttributeRead {
  readonly attribute: IllnessAttribute;
  readonly state: string;
  readonly from: number;
  readonly to: number;
  /** Duration only: days. */
  readonly days?: number;
}

/** Case-level findings whose words are attributes of the whole illness: read by this stage, not as concepts. */
export function isIllnessAttribute(findingId: string): findingId is IllnessAttribute {
  return /^illness-(?:onset|duration|course)$/.test(findingId);
}

/** Wordings per state, separated by `|`. States are those of the knowledge base's case-level findings. */
const ONSET_AND_COURSE: readonly (readonly [IllnessAttribute, string, string])[] = [
  [
    'illness-onset',
    'seconds-minutes',
    `sudden|suddenly|sudden onset|abrupt|abruptly|abrupt onset|out of the blue|instantaneous|instantaneously|thunderclap|within seconds|within minutes|over minutes|over seconds|
    over a few minutes|woke with|woken by|突发|突然|骤起|骤发|突起|忽然|骤然|猝发|急起`,
  ],
  [
    'illness-onset',
    'hours',
    `acute onset|over hours|over several hours|over a few hours|over the course of a few hours|within hours|over the course of hours|over the morning|over the day|急性起病|起病急|数小时内`,
  ],
  [
    'illness-onset',
    'days',
    `over days|over a few days|over several days|over the past few days|subacute|subacute onset|亚急性起病|数日内|数天内`,
  ],
  [
    'illness-onset',
    'gradual',
    `gradual|gradually|gradual onset|insidious|insidiously|insidious onset|slow onset|slowly|crept up|逐渐出现|缓慢起病|起病缓慢|隐匿起病|起病隐匿|渐起|缓起|逐渐`,
  ],
  [
    'illness-course',
    'progressive',
    `progressive|progressively|getting worse|gets worse|worsening|has worsened|worsened|becoming worse|became worse|increasing in severity|increasingly|gradually worsening|
    进行性|进行性加重|逐渐加重|逐渐加剧|渐加重|不断加重|日益加重|日渐加重|越来越重|加剧`,
  ],
  [
    'illness-course',
    'episodic',
    `intermittent|intermittently|episodic|episodes of|episodes|attacks of|attacks|bouts of|comes and goes|come and go|on and off|off and on|paroxysmal|阵发性|间断|间歇性|发作性|时轻时重|时有时无|偶发|一阵阵`,
  ],
  [
    'illness-course',
    'relapsing',
    `relapsing|recurrent|recurring|recurs|flares|flare-ups|relapses|remissions|keeps coming back|反复|反复发作|复发|反复出现|时好时坏`,
  ],
  [
    'illness-course',
    'resolving',
    `improving|resolving|getting better|has improved|subsiding|settling|better now|逐渐好转|好转|减轻|较前缓解|逐渐缓解`,
  ],
  [
    'illness-course',
    'first-constant',
    `constant|constantly|continuous|continuously|persistent|persistently|unremitting|unrelenting|ever since|non-stop|持续|持续性|一直|持续不缓解`,
  ],
];

export interface AttributeCue {
  readonly attribute: IllnessAttribute;
  readonly state: string;
}

/** Cues for onset, duration and course: those of the knowledge base first, then the common wordings above. */
export function buildAttributeCues(findings: readonly VocabularyFinding[]): PhraseTrie<AttributeCue> {
  const trie = new PhraseTrie<AttributeCue>();
  for (const { id, stateSynonyms } of findings) {
    if (!isIllnessAttribute(id)) continue;
    for (const [state, lists] of Object.entries(stateSynonyms ?? {})) {
      for (const phrase of [...(lists.en ?? []), ...(lists.zh ?? [])]) {
        trie.add(surfaceKeys(phrase), { attribute: id, state });
      }
    }
  }
  for (const [attribute, state, phrases] of ONSET_AND_COURSE) {
    for (const phrase of phrases.split('|').map((part) => part.trim())) {
      trie.add(surfaceKeys(phrase), { attribute, state });
    }
  }
  return trie;
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

/** What the stage needs to know of a sentence. */
export interface AttributeContext {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly scopes: Scopes;
  readonly cues: PhraseTrie<AttributeCue>;
  /** Whether a mention is about the past or the person's background rather than the present illness. */
  isBackground(mention: Mention): boolean;
}

function clauseOf({ tokens, sentence }: AttributeContext, position: number): [number, number] {
  const isBreak = (at: number): boolean => /^[,;；:()]$/.test(tokens[at]?.text ?? '');
  let from = position;
  while (from > sentence.from && !isBreak(from - 1)) from -= 1;
  let to = position;
  while (to < sentence.to && !isBreak(to)) to += 1;
  return [from, to];
}

function inBackground(context: AttributeContext, from: number, to: number): boolean {
  for (let position = from; position < to; position += 1) {
    const scope = context.scopes.at(position);
    if (BACKGROUND_SCOPES.some((kind) => scope.has(kind))) return true;
  }
  return false;
}

/** A time belongs to the illness if its clause tells a symptom or an onset, and nothing from the background is nearer. */
function belongsToIllness(context: AttributeContext, duration: Duration): boolean {
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
  return to - from <= duration.to - duration.from + 2;
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
  if (/^(?:per|every|each|每|\/|x|times)$/.test(before)) return true;
  const after = tokens[duration.to]?.text ?? '';
  const second = tokens[duration.to + 1]?.text ?? '';
  return (
    /^(?:old|岁|龄|大)$/.test(after) ||
    (after === '-' && second === 'old') ||
    /^(?:before|after|前|后)$/.test(before)
  );
}

/** "8 weeks pregnant", 停经7周, 孕30周: the age of a pregnancy. */
function isGestation({ tokens }: AttributeContext, { from, to }: Duration): boolean {
  const after = tokens[to]?.text === "'" ? tokens[to + 1]?.text : tokens[to]?.text;
  const before = `${tokens[from - 2]?.text ?? ''}${tokens[from - 1]?.text ?? ''}`;
  return (
    /^(?:pregnant|gestation|gestational|postpartum|post)$/.test(after ?? '') ||
    /(?:停经|孕|妊娠|绝经|产后|at)$/.test(before)
  );
}

/** The lengths of time in a sentence that are told of the present illness. */
export function illnessDurations(context: AttributeContext): Duration[] {
  const { tokens, sentence } = context;
  if (ELSEWHERE.has(sentence.section)) return [];
  return findDurations(tokens, sentence.from, sentence.to).filter(
    (duration) =>
      duration.days < 120 * 366 &&
      !isRate(context, duration) &&
      !isGestation(context, duration) &&
      !inBackground(context, duration.from, duration.to) &&
      belongsToIllness(context, duration),
  );
}

function readDuration(context: AttributeContext): AttributeRead | undefined {
  const longest = illnessDurations(context).reduce<Duration | undefined>(
    (best, next) => (best === undefined || next.days > best.days ? next : best),
    undefined,
  );
  if (longest === undefined) return undefined;
  const { from, to, days } = longest;
  return { attribute: 'illness-duration', state: durationState(days), from, to, days };
}

/** Something that comes "when breathing in" or 活动时 worsens by a trigger, not over time. */
function isTriggered(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.text ?? '';
  const after = tokens[to]?.text ?? '';
  return /^[时后]$/.test(before) || /^(?:on|with|when|after|by|during)$/.test(after);
}

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
    const cue = values[0];
    if (cue === undefined || reads.has(cue.attribute) || inBackground(context, from, to)) continue;
    if (cue.attribute === 'illness-course' && isTriggered(tokens, from, to)) continue;
    reads.set(cue.attribute, { ...cue, from, to });
  }
  const duration = readDuration(context);
  if (duration !== undefined) reads.set('illness-duration', duration);
  return [...reads.values()];
}

/** Every stretch of time in a sentence, for telling what is left over. */
export function timeTokens(
  tokens: readonly Token[],
  sentence: Sentence,
  cues: PhraseTrie<AttributeCue>,
): number[] {
  const positions: number[] = [];
  const spans = [
    ...findDurations(tokens, sentence.from, sentence.to),
    ...cues.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to),
  ];
  for (const { from, to } of spans) {
    for (let position = from; position < to; position += 1) positions.push(position);
  }
  return positions;
}
