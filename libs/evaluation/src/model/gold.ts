import { z } from 'zod';

/** What counts as the right diagnosis under one label. */
const goldEntrySchema = z.object({
  /** ICD-10 prefixes: a diagnosis whose code begins with one of them is right. */
  icd10: z.array(z.string().min(1)),
  names_en: z.array(z.string().min(1)),
  names_zh: z.array(z.string().min(1)),
  /** Prefixes that a lenient score accepts as well; they never count in the strict one. */
  broader_ok: z.array(z.string().min(1)).default([]),
});

/** `gold.json`: what each label of a file of cases stands for. */
export const goldMapSchema = z.record(z.string(), goldEntrySchema);

export type GoldEntry = z.output<typeof goldEntrySchema>;
export type GoldMap = z.output<typeof goldMapSchema>;

/** The entry of a label; a label that the map does not hold stands for its own name and nothing else. */
export function goldOf(map: GoldMap, label: string): GoldEntry {
  const known = Object.hasOwn(map, label) ? map[label] : undefined;
  return known ?? { icd10: [], names_en: [label], names_zh: [label], broader_ok: [] };
}
