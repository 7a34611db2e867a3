import { type Mention } from '../resolve/mention';
import { type Lookup } from '../vocabulary/stored/lookup';
import { type VocabularyFinding } from '../model/vocabulary';
import { type Sentence } from '../segment/sentences';
import { joinedText, standsAt, textAt } from '../normalise/at-position';
import { type Token, type Stretch } from '../model/token';

/** What a patient believes: the words that say so, and as `from`..`to` what is believed. */
export interface Belief extends Stretch {
  readonly cue: Stretch;
  /** Firmly held ("is convinced that"), or an opinion like any other ("thinks that"). */
  readonly isFirm: boolean;
  /** Of the kind that only a delusion is. */
  readonly isDelusion: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const FIRM = words('convinced');
const HELD = words('believes believed believe believing');
const OPINION = words('thinks thought think feels worried fears feared afraid scared');
const FIRMLY = words('firmly strongly absolutely utterly unshakably unshakeably fixedly completely');
const SUBJECTS = words('he she i patient who they');
/** Whose opinion is no delusion of the patient's. */
const OTHERS = words(
  `wife husband mother father parents parent family son daughter sister brother friend friends partner teacher carer carers
  relatives colleague colleagues`,
);
const SUBJECT_REACH = 5;
const MAX_BELIEF = 40;
const ENDS_BELIEF = words('but although though however whereas despite ; : 。 , .');
/** "... poison him and *hears* voices": behind "and" a verb of the patient's begins another statement. */
const VERBS = words(
  `has had have hears heard hear sees saw is was refuses refused stopped stays cannot complains sleeps slept sleep eats ate
  drinks lost became feels felt talks speaks spoke shouts keeps kept denies does did locks hides`,
);

const AGENTS = words(
  `people someone somebody neighbour neighbours neighbor neighbors they others police government everyone everybody
  colleagues colleague staff nurses doctors family husband wife strangers roommate roommates mafia spies agents mother
  father brother sister gang teacher teachers classmates`,
);
const PERSECUTES =
  /^(?:poison|poisons|poisoned|poisoning|follow|follows|followed|following|watch|watches|watched|watching|spy|spies|spied|spying|monitor|monitors|monitored|monitoring|plot|plots|plotted|plotting|harm|harms|harming|kill|kills|killing|persecut\w{1,4}|conspir\w{1,4}|track|tracked|tracking|bugged|steal|steals|stealing|controlled|controlling|tampered|tampering|recorded|recording)$/;
const BODILY = words('infested infestation parasites insects implanted microchip chip transmitter rotting');
const GRAND = words('messiah jesus prophet chosen');

function endOfBelief(tokens: readonly Token[], from: number, sentence: Sentence): number {
  const limit = Math.min(sentence.to, from + MAX_BELIEF);
  for (let at = from; at < limit; at += 1) {
    const text = textAt(tokens, at);
    if (ENDS_BELIEF.has(text) || (text === 'and' && VERBS.has(textAt(tokens, at + 1)))) return at;
  }
  return limit;
}

/** Those who know an illness when they name it. */
const KNOW = words('doctor doctors gp we team clinicians physician physicians staff surgeon nurse');

type Holder = 'patient' | 'lay' | 'doctor';

/** Who holds it true: the patient, "his wife believes", "we think". */
function holderOf(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  needsSubject: boolean,
): Holder | undefined {
  for (let back = at - 1; back >= Math.max(sentence.from, at - SUBJECT_REACH); back -= 1) {
    const text = textAt(tokens, back);
    if (KNOW.has(text)) return 'doctor';
    if (OTHERS.has(text)) return 'lay';
    if (SUBJECTS.has(text)) return 'patient';
    if (/^[,;:]$/.test(text)) break;
  }
  return needsSubject ? undefined : 'patient';
}

function isDelusional(tokens: readonly Token[], from: number, to: number, isHeld: boolean): boolean {
  let isByOthers = false;
  for (let at = from; at < to; at += 1) {
    const text = textAt(tokens, at);
    if (isHeld && (BODILY.has(text) || GRAND.has(text))) return true;
    if (AGENTS.has(text) || (text === 'being' && /^(?:is|are|was|were)$/.test(textAt(tokens, at - 1))))
      isByOthers = true;
    if (isByOthers && PERSECUTES.test(text)) return true;
    if (text === 'poisoned' && isHeld && textAt(tokens, at - 1) === 'is') return true;
  }
  return false;
}

function inEnglish(tokens: readonly Token[], at: number, sentence: Sentence): Belief | undefined {
  const text = textAt(tokens, at);
  const isHeld = FIRM.has(text) || HELD.has(text);
  if (!isHeld && !OPINION.has(text)) return undefined;
  const isFirm = FIRM.has(text) || FIRMLY.has(textAt(tokens, at - 1));
  if (textAt(tokens, at + 1) === 'in' || textAt(tokens, at + 1) === 'to') return undefined;
  const holder = holderOf(tokens, at, sentence, !isFirm);
  if (holder === undefined || holder === 'doctor') return undefined;
  const from = textAt(tokens, at + 1) === 'that' ? at + 2 : at + 1;
  const to = endOfBelief(tokens, from, sentence);
  const cueFrom = FIRMLY.has(textAt(tokens, at - 1)) ? at - 1 : at;
  const isPatients = holder === 'patient';
  const isDelusion = isPatients && isDelusional(tokens, from, to, isHeld);
  return { cue: { from: cueFrom, to: at + 1 }, from, to, isFirm: isFirm && isPatients, isDelusion };
}

const FIRM_ZH: readonly string[] = ['坚信', '深信', '确信', '坚称', '坚持认为'];
const OPINION_ZH: readonly string[] = ['认为', '总觉得', '觉得', '怀疑', '以为', '感觉', '相信'];
const OTHERS_ZH = /(?:医[生师]|我们|家[人属]|父母|母亲|父亲|妻子|丈夫|儿子|女儿|爸|妈)[^,;。]{0,2}$/;
const PERSECUTES_ZH =
  /(?:有人|别人|他人|人家|邻居|同事|同学|室友|家人|丈夫|妻子|老公|老婆|父母|婆婆|儿媳|警察|公安|大家|周围人|陌生人|坏人|组织|领导|被)[^,;。]{0,8}(?:害|毒|跟踪|监视|监听|监控|窃听|迫害|追杀|议论|针对|控制|算计|诬陷)/;
const BODILY_ZH = /(?:体内|身上|皮下|肚子里|脑子里|脑内|胸内)[^,;。]{0,4}(?:虫|芯片|仪器|发射器)/;

/** Where a cue may begin: most characters need no closer look. */
const CUE_STARTS_ZH: ReadonlySet<string> = new Set([...FIRM_ZH, ...OPINION_ZH].map((word) => word.charAt(0)));

function inChinese(tokens: readonly Token[], at: number, sentence: Sentence): Belief | undefined {
  if (!CUE_STARTS_ZH.has(textAt(tokens, at))) return undefined;
  const firm = FIRM_ZH.find((word) => standsAt(tokens, at, word));
  const cue = firm ?? OPINION_ZH.find((word) => standsAt(tokens, at, word));
  if (cue === undefined) return undefined;
  if (OTHERS_ZH.test(joinedText(tokens, Math.max(sentence.from, at - 6), at))) return undefined;
  const from = at + cue.length;
  let to = from;
  const limit = Math.min(sentence.to, from + MAX_BELIEF);
  while (to < limit && !/^[,;:。但]$/.test(textAt(tokens, to))) to += 1;
  const said = joinedText(tokens, from, to);
  const isFirm = firm !== undefined;
  const isDelusion = PERSECUTES_ZH.test(said) || BODILY_ZH.test(said);
  return { cue: { from: at, to: from }, from, to, isFirm, isDelusion };
}

/** Everything that a sentence says the patient believes. */
export function beliefsIn(tokens: readonly Token[], sentence: Sentence): Belief[] {
  const found: Belief[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const one = inEnglish(tokens, at, sentence) ?? inChinese(tokens, at, sentence);
    if (one === undefined) continue;
    found.push(one);
    at = Math.max(at, one.cue.to - 1);
  }
  return found;
}

/** Words that presuppose what they stand before: "convinced that *the* rash has spread". */
const PRESUPPOSES = words('the his her my this these their');

const isSickness = (finding: VocabularyFinding | undefined): boolean =>
  finding?.goesOn === true || finding?.ofNow === true || finding?.kind === 'history';

/**
 * Whether a mention is no more than what the patient believes. Of a firm belief and of a delusion nothing is a fact; of
 * an opinion ("thinks that he has cancer") the name of an illness is none, a complaint is.
 */
export function isBelieved(
  mention: Mention,
  beliefs: readonly Belief[],
  tokens: readonly Token[],
  findings: Lookup<VocabularyFinding>,
): boolean {
  const ids = mention.senses.flatMap((sense) => ('findingId' in sense ? [sense.findingId] : []));
  if (ids.some((id) => findings.get(id)?.isBelief === true)) return false;
  const belief = beliefs.find(({ from, to }) => from <= mention.from && mention.to <= to);
  if (belief === undefined) return false;
  if (belief.isDelusion) return true;
  const said = mention.senses.flatMap((sense) =>
    sense.kind === 'finding' || sense.kind === 'state' ? [sense.findingId] : [],
  );
  if (said.every((id) => isSickness(findings.get(id)))) return true;
  return belief.isFirm && !PRESUPPOSES.has(textAt(tokens, mention.from - 1));
}

/** The words by which a sentence tells of delusions. */
export const delusionsAmong = (beliefs: readonly Belief[]): Stretch[] =>
  beliefs.flatMap(({ isDelusion, cue }) => (isDelusion ? [cue] : []));
