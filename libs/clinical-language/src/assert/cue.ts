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

const categories = z.array(z.enum(CUE_CATEGORIES));

/** What a cue says and how far it reaches, but for its words; as it is stored. */
export const cueSchema = z.strictObject({
  category: z.enum(CUE_CATEGORIES),
  /** `both`: it governs what stands on either side; `around`: of words with a gap (除…外), what stands in the gap. */
  direction: z.enum(['forward', 'backward', 'both', 'around']),
  /** To the next thing, its item of a list, the whole list, its clause, its sentence. */
  reach: z.enum(['word', 'item', 'list', 'clause', 'sentence']),
  /** Whether a list goes on over commas. */
  commas: z.boolean(),
  /** Of a cue that ends scopes: whose. All of them if left out. */
  of: categories.optional(),
  /** Of a cue that ends scopes: it opens what stands behind it, so that a scope from there goes no further back either. */
  opens: z.literal(true).optional(),
  /** It is a cue only where its item ends behind it: "-" in "cough +, wheeze -, fever -". */
  closes: z.literal(true).optional(),
  /** It is a cue only where its item begins with it: "neg" in "HIV neg, neg head/neck pain". */
  begins: z.literal(true).optional(),
  /** It is a cue only right behind what is told: "never smoked *father had* cancer", and not "denies that her father had". */
  anew: z.literal(true).optional(),
  /** Of the past: it says that something is over, whatever time stands before it: "now the pain has gone". */
  over: z.literal(true).optional(),
  /**
   * Of a past: a time that stands at the head of a clause, or behind what was then ("*as a child* he had"). Of others: told of then as well as of
   * now, so that they end no past right before them ("as a child *he had*") and make nothing of it present (小时候*经常*咳嗽).
   */
  then: z.literal(true).optional(),
  /** What looks at something or measures it: a number behind it says that it has been done ("复查血钾6.2"). */
  looks: z.literal(true).optional(),
});
type StoredCue = z.output<typeof cueSchema>;

/** A row of `lexicon/{en,zh}/cues.yaml`. */
export const cueRowSchema = cueSchema.extend({
  direction: cueSchema.shape.direction.default('forward'),
  reach: cueSchema.shape.reach.default('clause'),
  /** In Chinese it does not where this is not said. */
  commas: z.boolean().optional(),
  words: z.array(z.coerce.string()),
  example: z.string().optional(),
  note: z.string().optional(),
});

export type Reach = StoredCue['reach'];

/** A cue, without its words. */
export interface Cue extends Readonly<Omit<StoredCue, 'of'>> {
  readonly of?: ReadonlySet<CueCategory>;
}

/** Whether it says of what it governs that somebody else has it. */
export const isOfOthers = ({ category }: Pick<Cue, 'category'>): boolean =>
  category === 'family' || category === 'other-person';
