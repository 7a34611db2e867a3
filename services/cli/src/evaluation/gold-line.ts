import { Setting } from '@openrounds/contracts';
import { z } from 'zod';
import { type Line } from '../io/lines';
import { codedTextSchema } from './facts-of-text';

const goldLineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  gold: z.array(z.string()).min(1),
  /** Where the case comes from: files of one source count as one data set. */
  source: z.string().optional(),
  /** What the case is grouped by, where that is not to change its ranking. */
  groupedAs: z.object({ setting: Setting }).optional(),
  /** What a careful reader coded in the narrative: readings of it are held against that. */
  coded: codedTextSchema.optional(),
});

/** A case of an evaluation file; the fields of the case itself are read by whoever ranks it. */
export type GoldLine = z.output<typeof goldLineSchema>;

/** A line's case with its gold standard, or undefined where it has none. Never throws. */
export function readGoldLine(line: Line): GoldLine | undefined {
  if ('tooLong' in line) return undefined;
  try {
    return goldLineSchema.safeParse(JSON.parse(line.text)).data;
  } catch {
    return undefined;
  }
}
