import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';

const words = z.array(z.coerce.string()).min(1);
const classSchema = z.strictObject({
  class: z.string(),
  run: z.literal(true).optional(),
  endings: words.optional(),
  except: words.optional(),
  words,
});
const unitSchema = z.strictObject({
  unit: z.string(),
  times: z.number().optional(),
  value: z.number().optional(),
  words,
});
const toldSchema = z
  .strictObject({
    amount: z.string().optional(),
    finding: z.string().optional(),
    of: z.string().optional(),
    times: z.number().default(1),
    change: z.literal(true).optional(),
    value: z.number().optional(),
    within: z.tuple([z.number(), z.number()]).optional(),
    with: z.string().optional(),
    unless: z.string().optional(),
    words,
    example: z.strictObject({ text: z.string(), told: z.string() }),
  })
  .refine(
    ({ amount, finding, of, value }) =>
      amount === undefined ? finding !== undefined : (of === undefined) !== (value === undefined),
    'a row tells a finding, or an amount that is read or fixed',
  );

type ClassRow = z.output<typeof classSchema>;
type UnitRow = z.output<typeof unitSchema>;
/** What a pattern tells: see `lexicon/en/told.yaml`. */
export type ToldRow = z.output<typeof toldSchema>;

const ROWS = ['en/told', 'zh/told'].flatMap((file) =>
  lexiconRows(file, z.array(z.union([classSchema, unitSchema, toldSchema]))),
);

export const CLASS_ROWS: readonly ClassRow[] = ROWS.filter((row) => 'class' in row);
export const UNIT_ROWS: readonly UnitRow[] = ROWS.filter((row) => 'unit' in row);
export const TOLD_ROWS: readonly ToldRow[] = ROWS.filter((row) => 'example' in row);
