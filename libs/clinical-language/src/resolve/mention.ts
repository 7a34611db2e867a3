import { type Sense } from '../model/sense';
import { addTo } from '../normalise/lists-by-key';

/** A concept of the vocabulary found in a sentence: token positions, end exclusive. */
export interface Mention {
  readonly senses: readonly Sense[];
  readonly from: number;
  readonly to: number;
  /** The tokens that carry the concept. */
  readonly used: readonly number[];
  /** Of what is put together: the tokens that carry more than a circumstance (a side, a degree, a time). */
  readonly core?: readonly number[];
  /** Of that: those that say more than where. */
  readonly saying?: readonly number[];
  /** Of what is put together: the tokens all of whose meaning it tells. A cue among them is a part of it ("will not bear"). */
  readonly own?: readonly number[];
  /** Found as one phrase, or put together from words that stand apart. */
  readonly form: 'phrase' | 'apart';
  /** It is told by one of what it lists as well: "pain in the knees and ankles" of joints. */
  readonly enumerates?: boolean;
  /** The wording denies what its words say: told only where they are denied. */
  readonly denies?: boolean;
  /** Its words say the opposite of the wording, so that the finding is absent ("PCR negative"). */
  readonly isOpposite?: boolean;
}

/** A mention put together from words that stand apart, in the order of the text. */
export function mentionApart(used: readonly number[], sense: Sense): Mention {
  const from = used[0] ?? 0;
  return { senses: [sense], from, to: (used[used.length - 1] ?? from) + 1, used, form: 'apart' };
}

/** Mentions by each place of their words. */
export function byPlace(mentions: Iterable<Mention>): ReadonlyMap<number, readonly Mention[]> {
  const places = new Map<number, Mention[]>();
  for (const mention of mentions) for (const at of mention.used) addTo(places, at, mention);
  return places;
}
