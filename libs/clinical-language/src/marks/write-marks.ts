import { openedWhenAsked } from '@openrounds/classifier';
import { type Language } from '@openrounds/contracts';
import { MARKS } from '../lexicon/compiled/marks';
import { type Stretch, type Token, tokenOf } from '../model/token';
import { GapClues } from './gap-clues';
import { type Gap, GAPS, wordsOf, type Words } from './gaps';

/** People who write marks write one within so many words. */
const LONGEST_UNMARKED = 30;
/** Likelier than none. */
const LIKELY = 0.5;

/** The mark that is written for a gap. */
const MARK_OF: Readonly<Record<Language, Readonly<Record<Exclude<Gap, 'none'>, string>>>> = {
  en: { item: ',', statement: ',', heading: ':', sentence: '.' },
  zh: { item: '、', statement: ',', heading: ':', sentence: '。' },
};

/** What was learnt of a language; nothing before it was learnt for the first time. */
const learntIn = openedWhenAsked(MARKS);

/** The stretches without any mark that are longer than people write them: positions of words, end exclusive. */
function* unmarkedIn({ gaps }: Words): Generator<Stretch> {
  let from = 0;
  for (let at = 0; at < gaps.length; at += 1) {
    if (gaps[at] === 'none' && at + 1 < gaps.length) continue;
    if (at + 1 - from > LONGEST_UNMARKED) yield { from, to: at + 1 };
    from = at + 1;
  }
}

/** The most likely gap, or none. */
function likelyGap(parts: Float64Array): Gap {
  if (1 - (parts[0] ?? 1) < LIKELY) return 'none';
  const marks = parts.subarray(1);
  return GAPS[1 + marks.indexOf(Math.max(...marks))] ?? 'none';
}

const isHan = ({ kind }: Token): boolean => kind === 'han';

/**
 * Puts marks where they are missing: what was dictated says where one statement ends and the next begins by its words
 * alone (`docs/adr/0107-marks-that-are-learnt.md`). What people marked stays as it is.
 */
export function writeMarks(tokens: readonly Token[], learntOf: typeof learntIn = learntIn): readonly Token[] {
  const given = wordsOf(tokens);
  const stretches = [...unmarkedIn(given)];
  if (stretches.length === 0) return tokens;
  const { words } = given;
  const language = words.filter(isHan).length * 2 > words.length ? 'zh' : 'en';
  const learnt = learntOf(language);
  if (learnt === undefined) return tokens;
  const clues = new GapClues(words);
  const parts = new Float64Array(GAPS.length);
  const behind = new Map<Token, string>();
  for (const { from, to } of stretches)
    for (let at = from; at < to - 1; at += 1) {
      learnt.tell(clues.behind(at), parts);
      const gap = likelyGap(parts);
      const word = words[at];
      if (gap !== 'none' && word !== undefined) behind.set(word, MARK_OF[language][gap]);
    }
  return tokens.flatMap((token) => {
    const text = behind.get(token);
    const { end } = token;
    return text === undefined ? token : [token, tokenOf({ kind: 'mark', text, key: text, start: end, end })];
  });
}
