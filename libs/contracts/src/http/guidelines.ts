import { z } from 'zod';
import { Language, maskedText, Region, Slug } from '../primitives';
import { GuidelinePassage } from './run';

export const GuidelineQuery = z.object({
  q: maskedText(300).optional(),
  disease: Slug.optional(),
  lang: Language.optional(),
  region: Region.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});
export const GuidelineSearchAnswer = z
  .object({
    items: z.array(GuidelinePassage),
    reason: z.literal('no-evidence-found').optional(),
    nextCursor: z.null(),
    notice: z.string(),
  })
  .meta({ id: 'GuidelineSearchAnswer' });
export type GuidelineQuery = z.infer<typeof GuidelineQuery>;
