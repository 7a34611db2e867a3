import { z } from 'zod';
import { Slug } from '../primitives';
import { LlmExchange } from './llm-exchange';

/**
 * What becomes of what a language model reads: nothing is read, a person decides of each proposal, or what it adds is taken
 * into a second revision of the run.
 */
export const ReadingSetting = z.enum(['off', 'propose', 'merge']);

/** Why a proposal of the model was dropped. */
export const ReadingDrop = z
  .enum([
    'not-offered',
    'no-such-state',
    'not-quoted',
    'denied',
    'affirmed',
    'other-person',
    'past',
    'not-stated',
    'repeated',
  ])
  .meta({
    id: 'ReadingDrop',
    description:
      'not-offered: no finding of the list. no-such-state: the finding has no such state. not-quoted: the words are not in ' +
      'the text. denied, affirmed: their clause says the contrary. other-person, past: not of the patient now. ' +
      'not-stated: planned, conditional or believed. repeated: proposed before',
  });

/** Beside what the rules read: the same, something more, or the contrary. */
export const ReadingVerdict = z.enum(['agrees', 'adds', 'contradicts']);

/** A finding that the model read and that stood the check. */
export const CodedReadFinding = z.object({
  verdict: ReadingVerdict,
  findingId: Slug,
  presence: z.enum(['present', 'absent']).optional(),
  state: Slug.optional(),
  certainty: z.number().min(0.5).max(1),
});

/** Why a text was not given to the model: somebody may be named in it, or it is longer than a prompt takes. */
export const ReadingBlock = z.enum(['identity', 'too-long']);

/** What a language model read in the texts of a case, in codes: it changes nothing by itself. */
export const CodedReading = z.object({
  used: z.boolean(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  findings: z.array(CodedReadFinding),
  dropped: z.partialRecord(ReadingDrop, z.number().int().min(1)),
  blocked: ReadingBlock.optional(),
  /** The questions that were answered. Readings from before this was so have none. */
  exchanges: z.array(LlmExchange).optional(),
});

/** Where in a text a finding was read: narrative, hence sealed wherever it travels or rests. */
export const ReadingQuote = z.object({
  findingId: Slug,
  stage: z
    .number()
    .int()
    .min(0)
    .nullable()
    .meta({ description: 'of the case, from 0 on; null: its narrative' }),
  start: z.number().int().min(0).meta({ description: 'Unicode code points' }),
  end: z.number().int().min(0).meta({ description: 'exclusive' }),
  quote: z.string(),
});
export const ReadingQuotes = z.array(ReadingQuote);

export type ReadingSetting = z.infer<typeof ReadingSetting>;
export type ReadingDrop = z.infer<typeof ReadingDrop>;
export type CodedReadFinding = z.infer<typeof CodedReadFinding>;
export type ReadingBlock = z.infer<typeof ReadingBlock>;
export type CodedReading = z.infer<typeof CodedReading>;
export type ReadingQuote = z.infer<typeof ReadingQuote>;
