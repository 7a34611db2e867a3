import { z } from 'zod';
import { Language, maskedText, Region, Slug } from '../primitives';
import { GuidelinePassage, PassageAspect, PassageReference } from './run';

export const GuidelineQuery = z.object({
  q: maskedText(300).optional(),
  disease: Slug.optional(),
  lang: Language.optional(),
  region: Region.optional().meta({ description: 'preferred; others are found as well' }),
  inRegion: Region.optional().meta({ description: 'only passages of this region' }),
  finding: Slug.optional().meta({ description: 'only passages for this finding' }),
  about: PassageAspect.optional().meta({ description: 'only passages that help with this' }),
  population: maskedText(100).optional().meta({
    description: 'only passages that say they are meant for these people, e.g. children',
  }),
  since: z.coerce.number().int().min(1900).max(2100).optional().meta({
    description: 'only documents of this year and later ones',
  }),
  documentLanguage: Language.optional().meta({ description: 'only documents in this language' }),
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

const NamedEntry = z.object({ id: Slug, name: z.string() });

export const PassagePage = GuidelinePassage.omit({ score: true })
  .extend({
    diseases: z.array(NamedEntry).meta({ description: 'that the passage is for' }),
    findings: z.array(NamedEntry).meta({ description: 'that the passage is for' }),
    documentLanguage: Language,
    neighbours: z.array(PassageReference).meta({ description: 'the other passages of the document' }),
    notice: z.string(),
  })
  .meta({ id: 'PassagePage' });

export type PassagePage = z.infer<typeof PassagePage>;
export type GuidelineQuery = z.infer<typeof GuidelineQuery>;
