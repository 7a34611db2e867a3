import { z } from 'zod';
import { CodedReading } from '../answer/coded-reading';
import { Language, Slug } from '../primitives';
import { RunMeta, Sealed } from './meta';

/** The texts of a case and the findings that they may be speaking of: what is sealed of the material of a reading. */
export const ReadingTexts = z.object({
  language: Language,
  /** De-identified, as they rest: narrative, then stages. */
  texts: z.array(z.string()),
  candidates: z.array(z.object({ findingId: Slug, name: z.string(), states: z.array(Slug).optional() })),
});

/** What a model says that texts tell, as it said it: what is sealed of its proposals. */
export const ReadingProposals = z.array(
  z.object({
    findingId: z.string(),
    state: z.string().nullish(),
    quote: z.string(),
    presence: z.enum(['present', 'absent']),
    whose: z.enum(['patient', 'other']),
    when: z.enum(['now', 'past']),
  }),
);

/** Asked of case-intake: the texts of a run's case. */
export const ReadingMaterialPayload = z.object({ meta: RunMeta });
export const ReadingMaterial = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('texts'), sealed: Sealed }),
  z.object({ kind: z.literal('no-text') }),
  z.object({ kind: z.literal('too-long') }),
]);

/** Asked of case-intake: what of the proposals stands. */
export const CheckReadingPayload = z.object({
  meta: RunMeta,
  model: z.string(),
  promptVersion: z.string(),
  proposals: Sealed,
});

/** A reading with its quotations, sealed; null where there are none, or none any more. */
export const RunReading = z.object({ coded: CodedReading, quotes: Sealed.nullable() });

export const ReadWithLlmPayload = z.object({ meta: RunMeta });

export type ReadingTexts = z.infer<typeof ReadingTexts>;
export type ReadingProposals = z.infer<typeof ReadingProposals>;
export type ReadingMaterialPayload = z.infer<typeof ReadingMaterialPayload>;
export type ReadingMaterial = z.infer<typeof ReadingMaterial>;
export type CheckReadingPayload = z.infer<typeof CheckReadingPayload>;
export type RunReading = z.infer<typeof RunReading>;
export type ReadWithLlmPayload = z.infer<typeof ReadWithLlmPayload>;
