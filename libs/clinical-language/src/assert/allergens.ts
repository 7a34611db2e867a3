import { wordLists } from '../lexicon/lexicon-rows';
import { type Mention } from '../resolve/mention';
import { type Terminology } from '../vocabulary/terminology';
import { type Sentence } from '../segment/sentences';
import { joinedText, textAt } from '../normalise/at-position';
import { type Token } from '../model/token';

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

/** Whether a place is behind "allergic to", with nothing in between that ends a list. */
function isBehindAllergic(tokens: readonly Token[], from: number, start: number): boolean {
  for (let at = from - 1; at >= Math.max(start, from - MAX_LIST); at -= 1) {
    const text = textAt(tokens, at);
    if (ENGLISH.allergic.has(text)) return ENGLISH.leads.has(textAt(tokens, at + 1));
    if (ENGLISH.ends.has(text) || /^[;:。.]$/.test(text)) return false;
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
