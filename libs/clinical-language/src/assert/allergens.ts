import { wordLists } from '../lexicon/lexicon-rows';
import { type Mention } from '../resolve/mention';
import { type Terminology } from '../vocabulary/terminology';
import { type Sentence } from '../segment/sentences';
import { joinedText, textAt } from '../normalise/at-position';
import { type Stretch, type Token } from '../model/token';

const ENGLISH = wordLists('en/allergies', ['allergic', 'leads', 'ends', 'none', 'unknown']);
const CHINESE = wordLists('zh/allergies', ['none', 'unknown']);

/** What the first word below the heading "Allergies" says of all of them. */
export function allergiesDenied(first: string): 'none' | 'unknown' | undefined {
  if (ENGLISH.none.has(first) || CHINESE.none.has(first)) return 'none';
  return ENGLISH.unknown.has(first) || CHINESE.unknown.has(first) ? 'unknown' : undefined;
}

/** A list goes on no longer than this. */
const MAX_LIST = 12;
const ALLERGY_BEHIND = /^[^,;:。有无否认诉曾]{0,10}过敏(?![性原药源])/;

/** So many spaces part a heading from what stands under it. */
const GAP = 2;
const isGapBehind = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at + 1]?.start ?? 0) - (tokens[at]?.end ?? 0) >= GAP;

/** Whether a place is behind "allergic to", with nothing in between that ends a list. */
function isBehindAllergic(tokens: readonly Token[], from: number, start: number): boolean {
  for (let at = from - 1; at >= Math.max(start, from - MAX_LIST); at -= 1) {
    const text = textAt(tokens, at);
    if (ENGLISH.allergic.has(text))
      return ENGLISH.leads.has(textAt(tokens, at + 1)) || isGapBehind(tokens, at);
    if (ENGLISH.ends.has(text) || /^[;:。.]$/.test(text)) return false;
  }
  return false;
}

/** A reaction stands so near to what opens it. */
const MAX_REACTION = 4;

/** "Penicillin allergy (*rash*)", "allergic to nuts - *hives*", 青霉素过敏（*皮疹*）: what somebody gets from what she is allergic to, and does not have now. */
export function isReactionTold(tokens: readonly Token[], { from }: Stretch, sentence: Stretch): boolean {
  for (let at = from - 1; at >= Math.max(sentence.from + 1, from - MAX_REACTION); at -= 1) {
    const text = textAt(tokens, at);
    if (/^[,;:。.)]$/.test(text) || ENGLISH.ends.has(text)) return false;
    if (!/^[(–—→-]$/.test(text)) continue;
    const before = textAt(tokens, at - 1);
    const isHan = before === '敏' && textAt(tokens, at - 2) === '过';
    return isHan || ENGLISH.allergic.has(before) || isBehindAllergic(tokens, at, sentence.from);
  }
  return false;
}

/** Whether a mention only names what somebody is allergic to: "allergic to latex", "penicillin allergy", 海鲜过敏. */
export function isAllergen(
  { senses, from, to }: Mention,
  tokens: readonly Token[],
  sentence: Sentence,
  { findings, rules }: Terminology,
): boolean {
  const isNamed = senses.every((sense) => {
    if (sense.kind === 'context' || sense.kind === 'disease') return true;
    if (!('findingId' in sense) || sense.findingId === rules.roles.allergy) return false;
    const kind = findings.get(sense.findingId)?.kind;
    return kind === 'exposure' || kind === 'risk-factor';
  });
  return (
    isNamed &&
    (isBehindAllergic(tokens, from, sentence.from) ||
      ENGLISH.allergic.has(textAt(tokens, to)) ||
      ALLERGY_BEHIND.test(joinedText(tokens, to, Math.min(sentence.to, to + MAX_LIST))))
  );
}
