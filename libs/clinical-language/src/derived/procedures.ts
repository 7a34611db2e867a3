import { type Duration } from '../recognise/time-expressions';
import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** After an operation the risks of the wound, of lying and of clots last about three months; days. */
const RECENT = 92;
const NEAR = 10;

/** Greek endings of operations, and the common nouns for them. Drawing blood is none. */
const ENDING = /(?:ectomy|otomy|ostomy|oplasty|orrhaphy|opexy)$/;
const NO_OPERATION = /^(?:phlebotomy|venesectomy|anatomy|autotomy|dichotomy)$/;
const NOUN = /^(?:surgery|operation|operated|resection|arthroplasty|graft|caesarean|cesarean)$/;
/** These are operations behind what is replaced or repaired. */
const OF_PART = /^(?:replacement|repair|reconstruction|fixation|transplant|transplantation|bypass)$/;
const PART =
  /^(?:hip|knee|joint|valve|hernia|hernial|aortic|aneurysm|ligament|tendon|cuff|meniscus|fracture|liver|kidney|renal|heart|lung|artery|coronary|internal|gastric|surgical)$/;
const ABDOMINAL =
  /^(?:cholecyst|append|hyster|hemicol|colect|gastr|laparo|splen|nephr|oophor|salping|prostat|pancrea|hepat|sigmoid|ileost|colost|myomect|sleeve)/;
const ABDOMINAL_BESIDE =
  /^(?:abdominal|colon|colonic|bowel|intestinal|gastric|hernia|hernial|gallbladder|pelvic|ovarian|uterine|liver|caesarean|cesarean|appendix|rectal)$/;
const RECENTLY = /^(?:recent|recently|yesterday|postoperative|postoperatively)$/;

function isOperation({ tokens }: DerivationInput, at: number): boolean {
  const word = textAt(tokens, at);
  if (ENDING.test(word)) return !NO_OPERATION.test(word);
  return NOUN.test(word) || (OF_PART.test(word) && PART.test(textAt(tokens, at - 1)));
}

function isAbdominal({ tokens }: DerivationInput, at: number): boolean {
  if (ABDOMINAL.test(textAt(tokens, at))) return true;
  return [at, at - 1, at - 2].some((position) => ABDOMINAL_BESIDE.test(textAt(tokens, position)));
}

/** "Two days after a hip replacement" as well as "hip replacement two days ago". */
function daysSince({ tokens, durations }: DerivationInput, at: number): number | undefined {
  const isAfter = ({ to }: Duration): boolean =>
    /^(?:after|following|post)$/.test(textAt(tokens, to)) && to < at;
  const near = durations.filter(
    (duration) =>
      (duration.ago || isAfter(duration) || textAt(tokens, duration.from) === 'yesterday') &&
      Math.min(Math.abs(duration.from - at), Math.abs(duration.to - at)) <= NEAR,
  );
  return near.length === 0 ? undefined : Math.min(...near.map(({ days }) => days));
}

function isCalledRecent({ tokens, sentence }: DerivationInput, at: number): boolean {
  for (let position = Math.max(sentence.from, at - NEAR / 2); position < at + 2; position += 1) {
    if (RECENTLY.test(textAt(tokens, position))) return true;
  }
  return false;
}

function findingsOf(input: DerivationInput, at: number): string[] {
  const days = daysSince(input, at);
  const isRecent = days === undefined ? isCalledRecent(input, at) : days <= RECENT;
  return [
    ...(isRecent ? ['recent-surgery-or-immobility'] : []),
    ...(isAbdominal(input, at) ? ['previous-abdominal-surgery'] : []),
  ];
}

/** Operations: recent ones are a risk of their own, those on the abdomen also for years. */
export function readProcedures(input: DerivationInput): Mention[] {
  const found: Mention[] = [];
  for (let at = input.sentence.from; at < input.sentence.to; at += 1) {
    if (!isOperation(input, at)) continue;
    const findings = findingsOf(input, at);
    if (findings.length > 0) found.push(derivedMention(at, at + 1, findings));
  }
  return found;
}
