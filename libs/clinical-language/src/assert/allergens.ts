import { wordLists } from '../lexicon/lexicon-rows';
import { type Mention } from '../resolve/mention';
import { type Terminology } from '../vocabulary/terminology';
import { type VocabularyFinding } from '../model/vocabulary';
import { type Sentence } from '../segment/sentences';
import { textAt } from '../normalise/at-position';
import { type Token, type Stretch } from '../model/token';

/** What somebody is allergic to, with the reaction told in brackets behind it. */
export interface Allergens extends Stretch {
  /** The reaction: "penicillin [(rash)]". */
  readonly reaction?: Stretch;
}

const ENGLISH = wordLists('en/allergies', ['allergic', 'leads', 'joins', 'ends', 'none', 'unknown']);
const CHINESE = wordLists('zh/allergies', ['none', 'unknown']);

/** What the first word below the heading "Allergies" says of all of them. */
export function allergiesDenied(first: string): 'none' | 'unknown' | undefined {
  if (ENGLISH.none.has(first) || CHINESE.none.has(first)) return 'none';
  return ENGLISH.unknown.has(first) || CHINESE.unknown.has(first) ? 'unknown' : undefined;
}

/** A list goes on no longer than this. */
const MAX_LIST = 24;
const MAX_ITEM = 4;

/** "Penicillin, aspirin and latex": behind the comma stands a short item, and the list is closed by "and". */
function goesOn(tokens: readonly Token[], comma: number, end: number): boolean {
  let length = 0;
  for (let at = comma + 1; at < Math.min(end, comma + MAX_LIST); at += 1) {
    const text = textAt(tokens, at);
    if (ENGLISH.ends.has(text) || /^[;:。(]$/.test(text)) return false;
    if (ENGLISH.joins.has(text)) return at > comma + 1 || length === 0;
    if (text === ',') length = 0;
    else length += 1;
    if (length > MAX_ITEM) return false;
  }
  return false;
}

function listEnd(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + MAX_LIST); at += 1) {
    const text = textAt(tokens, at);
    if (ENGLISH.ends.has(text) || /^[;:.。()[\]]$/.test(text)) return at;
    if (text === ',' && !goesOn(tokens, at, end)) return at;
  }
  return Math.min(end, from + MAX_LIST);
}

function reactionBehind(tokens: readonly Token[], at: number, end: number): Stretch | undefined {
  if (textAt(tokens, at) !== '(') return undefined;
  for (let to = at + 1; to < Math.min(end, at + MAX_LIST); to += 1) {
    if (textAt(tokens, to) === ')') return { from: at, to: to + 1 };
  }
  return undefined;
}

/** "Penicillin and latex allergy": the allergens stand before the word. */
function listBefore(tokens: readonly Token[], at: number, start: number): number {
  let from = at;
  while (from > start && tokens[from - 1]?.kind === 'word' && !ENGLISH.ends.has(textAt(tokens, from - 1))) {
    if (
      at - from >= 1 &&
      !ENGLISH.joins.has(textAt(tokens, from)) &&
      !ENGLISH.joins.has(textAt(tokens, from - 1))
    )
      break;
    from -= 1;
  }
  return from;
}

function inEnglish(tokens: readonly Token[], at: number, sentence: Sentence): Allergens | undefined {
  if (!ENGLISH.allergic.has(textAt(tokens, at))) return undefined;
  if (!ENGLISH.leads.has(textAt(tokens, at + 1)))
    return { from: listBefore(tokens, at, sentence.from), to: at };
  const to = listEnd(tokens, at + 2, sentence.to);
  const reaction = reactionBehind(tokens, to, sentence.to);
  return { from: at + 2, to, ...(reaction === undefined ? {} : { reaction }) };
}

const MAX_HAN_LIST = 24;
/** What cannot belong to the name of an allergen: 有青霉素过敏史, 否认青霉素过敏. */
const BEFORE_ALLERGEN = /^[,;:。有无否认诉曾]$/;

/** 对青霉素、磺胺过敏, 海鲜过敏; not 过敏性, 过敏原 or 抗过敏. */
function inChinese(tokens: readonly Token[], at: number, sentence: Sentence): Allergens | undefined {
  if (textAt(tokens, at) !== '过' || textAt(tokens, at + 1) !== '敏') return undefined;
  if (/^[性原药源]$/.test(textAt(tokens, at + 2)) || /^[抗脱]$/.test(textAt(tokens, at - 1)))
    return undefined;
  let from = at;
  while (
    from > sentence.from &&
    at - from < MAX_HAN_LIST &&
    !BEFORE_ALLERGEN.test(textAt(tokens, from - 1))
  ) {
    from -= 1;
    if (textAt(tokens, from) === '对') break;
  }
  return { from, to: at };
}

/** Every list of allergens in a sentence. */
export function allergensIn(tokens: readonly Token[], sentence: Sentence): Allergens[] {
  const found: Allergens[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const one = inEnglish(tokens, at, sentence) ?? inChinese(tokens, at, sentence);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** What one can be allergic to is something taken, eaten or met with; a cough in the list is a cough. */
const isSubstance = (finding: VocabularyFinding | undefined): boolean =>
  finding !== undefined && (finding.kind === 'exposure' || finding.kind === 'risk-factor');

const isInside = (inner: Stretch, outer: Stretch | undefined): boolean =>
  outer !== undefined && outer.from <= inner.from && inner.to <= outer.to;

const isAllergy = ({ senses }: Mention, { rules }: Terminology): boolean =>
  senses.some((sense) => 'findingId' in sense && sense.findingId === rules.roles.allergy);

/** Whether a mention only names what somebody is allergic to, or how it shows. */
export function isAllergen(
  mention: Mention,
  allergens: readonly Allergens[],
  vocabulary: Terminology,
): boolean {
  if (isAllergy(mention, vocabulary)) return false;
  const isNamed = mention.senses.every(
    (sense) =>
      sense.kind === 'context' ||
      sense.kind === 'disease' ||
      ('findingId' in sense && isSubstance(vocabulary.findings.get(sense.findingId))),
  );
  return allergens.some((list) => (isNamed && isInside(mention, list)) || isInside(mention, list.reaction));
}

/** "Allergic to latex, no drug allergies": an allergy with its allergen counts for more than the denial of another. */
export function namesAllergen(
  mention: Mention,
  allergens: readonly Allergens[],
  vocabulary: Terminology,
): boolean {
  return (
    isAllergy(mention, vocabulary) &&
    allergens.some(({ from, to }) => mention.from < to + 3 && from - 3 < mention.to)
  );
}
