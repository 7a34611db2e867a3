import { wordLists } from '../lexicon/lexicon-rows';
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

const ENGLISH = wordLists('en/beliefs', [
  'firm', 'held', 'opinion', 'firmly', 'patient', 'others', 'doctors', 'ends', 'verbs', 'persecutors', 'persecute',
  'bodily', 'grand', 'presuppose',
]); // prettier-ignore
const CHINESE = wordLists('zh/beliefs', [
  'firm',
  'opinion',
  'others',
  'persecutors',
  'persecute',
  'inBody',
  'bodily',
]);

const SUBJECT_REACH = 5;
const MAX_BELIEF = 40;

/** "... poison him and *hears* voices": behind "and" a verb of the patient's begins another statement. */
function endOfBelief(tokens: readonly Token[], from: number, sentence: Sentence): number {
  const limit = Math.min(sentence.to, from + MAX_BELIEF);
  for (let at = from; at < limit; at += 1) {
    const text = textAt(tokens, at);
    if (ENGLISH.ends.has(text) || (text === 'and' && ENGLISH.verbs.has(textAt(tokens, at + 1)))) return at;
  }
  return limit;
}

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
    if (ENGLISH.doctors.has(text)) return 'doctor';
    if (ENGLISH.others.has(text)) return 'lay';
    if (ENGLISH.patient.has(text)) return 'patient';
    if (/^[,;:]$/.test(text)) break;
  }
  return needsSubject ? undefined : 'patient';
}

function isDelusional(tokens: readonly Token[], from: number, to: number, isHeld: boolean): boolean {
  let isByOthers = false;
  for (let at = from; at < to; at += 1) {
    const text = textAt(tokens, at);
    if (isHeld && (ENGLISH.bodily.has(text) || ENGLISH.grand.has(text))) return true;
    if (
      ENGLISH.persecutors.has(text) ||
      (text === 'being' && /^(?:is|are|was|were)$/.test(textAt(tokens, at - 1)))
    )
      isByOthers = true;
    if (isByOthers && ENGLISH.persecute.has(text)) return true;
    if (text === 'poisoned' && isHeld && textAt(tokens, at - 1) === 'is') return true;
  }
  return false;
}

function inEnglish(tokens: readonly Token[], at: number, sentence: Sentence): Belief | undefined {
  const text = textAt(tokens, at);
  const isHeld = ENGLISH.firm.has(text) || ENGLISH.held.has(text);
  if (!isHeld && !ENGLISH.opinion.has(text)) return undefined;
  const isFirm = ENGLISH.firm.has(text) || ENGLISH.firmly.has(textAt(tokens, at - 1));
  if (textAt(tokens, at + 1) === 'in' || textAt(tokens, at + 1) === 'to') return undefined;
  const holder = holderOf(tokens, at, sentence, !isFirm);
  if (holder === undefined || holder === 'doctor') return undefined;
  const from = textAt(tokens, at + 1) === 'that' ? at + 2 : at + 1;
  const to = endOfBelief(tokens, from, sentence);
  const cueFrom = ENGLISH.firmly.has(textAt(tokens, at - 1)) ? at - 1 : at;
  const isPatients = holder === 'patient';
  const isDelusion = isPatients && isDelusional(tokens, from, to, isHeld);
  return { cue: { from: cueFrom, to: at + 1 }, from, to, isFirm: isFirm && isPatients, isDelusion };
}

const anyOf = (list: ReadonlySet<string>): string => `(?:${[...list].join('|')})`;
const OTHERS_ZH = new RegExp(`${anyOf(CHINESE.others)}[^,;。]{0,2}$`);
const PERSECUTES_ZH = new RegExp(`${anyOf(CHINESE.persecutors)}[^,;。]{0,8}${anyOf(CHINESE.persecute)}`);
const BODILY_ZH = new RegExp(`${anyOf(CHINESE.inBody)}[^,;。]{0,4}${anyOf(CHINESE.bodily)}`);

/** Where a cue may begin: most characters need no closer look. */
const CUE_STARTS_ZH: ReadonlySet<string> = new Set(
  [...CHINESE.firm, ...CHINESE.opinion].map((word) => word.charAt(0)),
);

function inChinese(tokens: readonly Token[], at: number, sentence: Sentence): Belief | undefined {
  if (!CUE_STARTS_ZH.has(textAt(tokens, at))) return undefined;
  const firm = [...CHINESE.firm].find((word) => standsAt(tokens, at, word));
  const cue = firm ?? [...CHINESE.opinion].find((word) => standsAt(tokens, at, word));
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
  return belief.isFirm && !ENGLISH.presuppose.has(textAt(tokens, mention.from - 1));
}

/** The words by which a sentence tells of delusions. */
export const delusionsAmong = (beliefs: readonly Belief[]): Stretch[] =>
  beliefs.flatMap(({ isDelusion, cue }) => (isDelusion ? [cue] : []));
