import { z } from 'zod';
import { idSchema, lineOfTextSchema, seenSchema } from './primitives';

/** An entry of `sources.yaml`. `verified: yes` is a claim that the text was read, so it needs `seen`. */
export const sourceSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(['article', 'systematic-review', 'guideline', 'textbook', 'dataset', 'website', 'standard']),
    citation: lineOfTextSchema,
    year: z.int().min(1700).max(2100),
    url: z.url().optional(),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI looks like 10.1000/xyz')
      .optional(),
    pmid: z
      .union([z.int(), z.string().regex(/^\d+$/)])
      .transform(String)
      .optional(),
    licence: lineOfTextSchema,
    verified: z.union([z.enum(['yes', 'no']).transform((word) => word === 'yes'), z.boolean()]),
    seen: seenSchema.optional(),
  })
  .refine((source) => !source.verified || source.seen !== undefined, {
    path: ['seen'],
    message: 'verified: yes needs seen: { date, sha256, locator }',
  });

export type Source = z.output<typeof sourceSchema>;
