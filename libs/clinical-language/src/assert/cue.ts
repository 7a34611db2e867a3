import { z } from 'zod';

/** What a cue says of what stands in its scope, after ConText (Harkema 2009). */
export const CUE_CATEGORIES = [
  'negated',
  'possible',
  'historical',
  'ever',
  'current',
  'family',
  'other-person',
  'conditional',
  'planned',
  'belief',
  'affirmed',
  'answered',
  'except',
  'pseudo',
  'ends',
] as const;
export type CueCategory = (typeof CUE_CATEGORIES)[number];

/** How far a cue reaches: the next thing, its item of a list, the whole list, its clause, its sentence. */
export type Reach = 'word' | 'item' | 'list' | 'clause' | 'sentence';

const words = z.array(z.coerce.string());
const categories = z.array(z.enum(CUE_CATEGORIES));

/** A row of `lexicon/{en,zh}/cues.yaml`. */
export const cueRowSchema = z.object({
  category: z.enum(CUE_CATEGORIES),
  /** `both`: it governs what stands on either side; `around`: of words with a gap (除…外), what stands in the gap. */
  direction: z.enum(['forward', 'backward', 'both', 'around']).default('forward'),
  reach: z.enum(['word', 'item', 'list', 'clause', 'sentence']).default('clause'),
  /** Whether a list goes on over commas; in Chinese it does not where this is not said. */
  commas: z.boolean().optional(),
  words,
  /** Of a cue that ends scopes: whose. All of them if left out. */
  of: categories.optional(),
  /** Of a cue that ends scopes: it opens what stands behind it, so that a scope from there goes no further back either. */
  opens: z.literal(true).optional(),
  /** It is a cue only where its item ends behind it: "-" in "cough +, wheeze -, fever -". */
  closes: z.literal(true).optional(),
  /** Of the past: it says that something is over, whatever time stands before it: "now the pain has gone". */
  over: z.literal(true).optional(),
  /**
   * Of a past: a time that stands at the head of a clause, or behind what was then ("*as a child* he had"). Of others: told of then as well as of
   * now, so that they end no past right before them ("as a child *he had*") and make nothing of it present (小时候*经常*咳嗽).
   */
  then: z.literal(true).optional(),
  example: z.string().optional(),
  note: z.string().optional(),
});

/** A cue, without its words. */
export interface Cue {
  readonly category: CueCategory;
  readonly direction: 'forward' | 'backward' | 'both' | 'around';
  readonly reach: Reach;
  readonly commas: boolean;
  readonly of?: ReadonlySet<CueCategory>;
  readonly opens?: true;
  readonly closes?: true;
  readonly over?: true;
  readonly then?: true;
}
