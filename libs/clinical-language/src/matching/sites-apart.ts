import { type CompiledVocabulary } from '../lexicon/compile';
import { isPartOfOtherCompound } from '../lexicon/compound-nouns';
import { byStem, type PhraseMatch } from '../lexicon/phrase-trie';
import { SKIPPING } from '../lexicon/function-words';
import { type Sense } from '../lexicon/sense';
import { type Sentence } from '../segmentation/sentences';
import { type Token } from '../text/tokens';
import { type Mention, mentionApart } from './mention';

/** Furthest distance between a part of the body and what is wrong there, in Chinese characters. */
const WINDOW_ZH = 14;

/** How far a part of the body reaches: to the end of its comma-free stretch, and one comma further. */
function reachOf(tokens: readonly Token[], start: number, sentence: Sentence): number {
  let commas = 0;
  let position = start;
  while (position < sentence.to && position - start < WINDOW_ZH) {
    const text = tokens[position]?.text;
    if (text === '；' || text === ';' || text === '(' || text === ')') break;
    if (text === ',') {
      commas += 1;
      if (commas > 1) break;
    }
    position += 1;
  }
  return position;
}

/** 痛 in 压痛, 叩击痛 and 反跳痛 is elicited: tenderness, no pain. */
const ELICITED = /^[压叩击跳触按]$/;

function isPartOfOther(tokens: readonly Token[], { from, to, used }: PhraseMatch<Sense>): boolean {
  const isElicited = used.length === 1 && ELICITED.test(tokens[from - 1]?.text ?? '');
  return isElicited || isPartOfOtherCompound(tokens, from, to);
}

/** Chinese complaints that stand apart from their part of the body: 左小腿肿胀伴压痛. */
export function sitesApart(
  tokens: readonly Token[],
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): Mention[] {
  const { sites, complaintsAt } = vocabulary.loose;
  const mentions: Mention[] = [];
  const found = sites.matchAll(tokens, byStem, undefined, sentence.from, sentence.to);
  found.forEach((site, index) => {
    const next = found[index + 1]?.from ?? sentence.to;
    const end = Math.min(reachOf(tokens, site.to, sentence), next);
    const complaints = complaintsAt.get(site.values[0] ?? '');
    for (let position = site.to; complaints !== undefined && position < end; position += 1) {
      const match = complaints.longestAt(tokens, position, byStem, SKIPPING, end);
      if (match !== undefined && isPartOfOther(tokens, match)) continue;
      for (const sense of match?.values ?? [])
        mentions.push(mentionApart([...site.used, ...(match?.used ?? [])], sense));
    }
  });
  return mentions;
}
