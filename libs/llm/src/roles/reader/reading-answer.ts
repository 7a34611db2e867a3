import { z } from 'zod';

/** What a model must return. It has no place for an interpretation, a diagnosis or a number. */
export const ReadingAnswer = z.object({
  findings: z.array(
    z.object({
      findingId: z.string().describe('id from the list of findings'),
      state: z.string().nullable().describe('state from the list, or null for a finding without states'),
      quote: z.string().describe('the words of the text that tell it, copied to the letter'),
      presence: z.enum(['present', 'absent']).describe('present, or absent where the text denies it'),
      whose: z.enum(['patient', 'other']).describe('patient, or other where it is somebody else’s'),
      when: z.enum(['now', 'past']).describe('now, or past where it is over'),
    }),
  ),
});
