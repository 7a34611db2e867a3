import { type CompiledVocabulary } from '../lexicon/compile';
import { isPartOfOtherCompound } from '../lexicon/compound-nouns';
import { byStem, type PhraseMatch } from '../lexicon/phrase-dictionary';
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

/**
 * Behind a mark a new item begins: it is still told of the site if it opens with the complaint (小腿肿胀、压痛), and of
 * something else if more stands before (鼻塞、头部出血).
 */
function isAboutSite(tokens: readonly Token[], siteTo: number, position: number): boolean {
  for (let at = position - 1; at >= siteTo; at -= 1) {
    const token = tokens[at];
    if (token?.text === '、' || token?.text === ',')
      return position - at <= MAX_OPENING || OPENS.test(tokens[at + 1]?.text ?? '');
  }
  return true;
}

/** Characters that may open an item before its complaint: a denial, a degree. */
const MAX_OPENING = 1;
const OPENS = /^[无未不没伴有及和且并也亦均时明轻剧稍略压触]$/;

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
      if (!isAboutSite(tokens, site.to, position)) continue;
      const match = complaints.longestAt(tokens, position, byStem, SKIPPING, end);
      if (match !== undefined && isPartOfOther(tokens, match)) continue;
      for (const sense of match?.values ?? [])
        mentions.push(mentionApart([...site.used, ...(match?.used ?? [])], sense));
    }
  });
  return mentions;
}
