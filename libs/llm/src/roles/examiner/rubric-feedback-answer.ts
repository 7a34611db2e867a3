import { z } from 'zod';

/** What a model must return. No field takes a mark. */
export const RubricFeedbackAnswer = z.object({
  criteria: z.array(
    z.object({
      criterionId: z.string().describe('id from the rubric'),
      judgement: z.enum(['met', 'partly', 'missing']).describe('whether the sentence meets it'),
      quote: z
        .string()
        .nullable()
        .describe('the words that meet it, copied to the letter, or null if missing'),
      advice: z.string().describe('one friendly sentence to the student on this point'),
    }),
  ),
});
