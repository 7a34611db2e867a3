import { classOf, phraseAt, type Phrases, type Piece } from '../../recognise/person-lexicon';
import { type NamedAge } from './told';

const [BEFORE, WITHIN, BEHIND] = ['rough-before', 'rough-within', 'rough-behind'].map(classOf) as [
  Phrases<string>,
  Phrases<string>,
  Phrases<string>,
];
/** No phrase that makes an age rough is longer. */
const LONGEST = 4;

const endsAt = (phrases: Phrases<string>, pieces: readonly Piece[], end: number): boolean => {
  for (let from = end - 1; from >= end - LONGEST; from -= 1)
    if (phraseAt(phrases, pieces, from)?.to === end) return true;
  return false;
};

/** Whether an age is told roughly: "in her sixties", "approx 30", 四十多岁, 五十岁左右, 年过花甲. */
export function isRough(pieces: readonly Piece[], { at, to, by, roughly }: NamedAge): boolean {
  if (roughly === true || by === 'decade') return true;
  if (endsAt(BEFORE, pieces, at) || phraseAt(BEHIND, pieces, to) !== undefined) return true;
  for (let place = at + 1; place < to; place += 1)
    if (phraseAt(WITHIN, pieces, place) !== undefined) return true;
  return false;
}
