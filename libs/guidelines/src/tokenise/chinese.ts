import { tokeniseEnglish } from './english';

/** Function words: no topic, and a boundary that no bigram should cross. */
const FUNCTION_WORDS =
  /怎么样|怎么办|为什么|有哪些|是什么|应该|应当|需要|可以|怎么|怎样|如何|什么|哪些|以及|或者|还是|进行|患者|病人|[的了和与及或是在对为被把吗呢吧也就都有应以做要会能]/gu;

const RUN = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * Chinese index terms without a dictionary: overlapping pairs of characters (肺栓塞 → 肺栓, 栓塞), a character
 * that stands alone as itself; Latin words and numbers in between as in English (CT, D-二聚体).
 */
export function tokeniseChinese(text: string): string[] {
  const runs = text.normalize('NFKC').replace(FUNCTION_WORDS, ' ').match(RUN) ?? [];
  return runs.flatMap((run) => (HAN.test(run) ? bigrams(run) : tokeniseEnglish(run)));
}

function bigrams(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}
