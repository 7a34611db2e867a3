import { joinedText, textAt } from '../text/at-position';
import { type Token } from '../text/tokens';
import { type AttributeContext, clauseOf } from './attribute-context';
import { findDurations, type Duration } from './durations';

const PER = /^(?:a|an|per|each|every|\/)$/;
const PER_ZH = /(?:每个?|[一1]个?)[天日周月年晚夜](?:里|内)?(?:都|有|约|大约|要|就|总)*$/;
const MAX_PER_ZH = 6;

/** "Four nights a week", "an hour a day", 每天两小时: how often or how much of it, not how long. */
function isShareOfTime(tokens: readonly Token[], { from, to }: Duration): boolean {
  if (PER_ZH.test(joinedText(tokens, from - MAX_PER_ZH, from))) return true;
  if (!PER.test(textAt(tokens, to))) return false;
  const [unit] = findDurations(tokens, to, to + 2);
  return unit !== undefined || /^(?:day|night|week|month|year)$/.test(textAt(tokens, to + 1));
}

/** What happens in a life and is no illness. Before it "since" makes it the onset: "headaches since I moved house". */
const LIFE =
  /\b(?:arrived|retired|emigrated|immigrated|graduated|flew|travelled|bought|adopted|hired|moved (?:to|here|in|into|house|out|home|from)|came (?:here|home|over|back from|to live|to (?:the|this) country)|joined (?:the|a|an|our)|got (?:married|divorced|engaged)|returned (?:from|home)|started (?:school|nursery|university|college|a new|at a new|work at|as a))\b/;
/** "Moved to the coast last year *and developed* wheeze". */
const ONSET = /\b(?:developed|began|started|got|became|fell)\b/;
const SINCE = /\b(?:since|when|after)\b/;
const LIFE_ZH =
  /(?:搬家|搬到|搬来|来到|回国|出国|移民|退休|入职|结婚|离婚|入学|转学|入托|出差|旅游|旅行|毕业)/;
/** 十年前做过手术: what somebody has had or done, once. */
const ONCE_ZH = /^.{0,3}[做得摔住打生开切输受骨]过/;

function clauseWords({ tokens }: AttributeContext, from: number, to: number): string {
  const words = tokens.slice(from, to);
  return words.map(({ text }) => text).join(words[0]?.kind === 'han' ? '' : ' ');
}

/** "Arrived in the country five weeks ago", 三周前回国: the day of an event in a life. */
function isOfLife(context: AttributeContext, duration: Duration): boolean {
  const [start, end] = clauseOf(context, duration.from);
  const before = clauseWords(context, start, duration.from);
  const isOnset = ONSET.test(clauseWords(context, duration.to, end));
  if (LIFE.test(before) && !SINCE.test(before)) return !isOnset;
  const behind = joinedText(context.tokens, duration.to, end);
  if (!duration.ago) return false;
  return LIFE_ZH.test(behind) || LIFE_ZH.test(before) || ONCE_ZH.test(behind);
}

const ENDED =
  /\b(?:gone|resolved|settled|cleared|cleared up|better|over|went|went away|recovered|healed|disappeared|subsided|vanished)(?: \w+)?(?: within| in| after| inside)$/;
const ENDS_ZH = /^(?:之?内|以内)(?:就|便|即|自行|可|能|会|都|又)*(?:好|退|消|愈|缓解|恢复|没|停)/;
const MAX_ENDED = 6;

/** "Gone within a week", 一周内就好: when something ended. */
function isOfEnd(context: AttributeContext, { from, to, ago }: Duration): boolean {
  if (ago) return false;
  const [start] = clauseOf(context, from);
  const before = clauseWords(context, Math.max(start, from - MAX_ENDED), from);
  return ENDED.test(before) || ENDS_ZH.test(joinedText(context.tokens, to, to + MAX_ENDED));
}

/** Whether a length of time is that of a habit, of an event in a life or of the end, and not of the illness. */
export const isOfSomethingElse = (context: AttributeContext, duration: Duration): boolean =>
  isShareOfTime(context.tokens, duration) || isOfLife(context, duration) || isOfEnd(context, duration);
