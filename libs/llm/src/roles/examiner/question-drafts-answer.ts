import { z } from 'zod';

/** What a model must return. No field takes a citation. */
export const QuestionDraftsAnswer = z.object({
  questions: z.array(
    z.object({
      stem: z.string().describe('the question, with what of the case it needs'),
      options: z
        .array(
          z.object({
            text: z.string().describe('one option'),
            right: z.boolean().describe('true for the best answer, false for the others'),
          }),
        )
        .describe('3 to 6 options, one of them right'),
      explanation: z
        .array(
          z.object({
            text: z.string().describe('one sentence why an option is right or wrong'),
            evidenceIds: z.array(z.string()).describe('ids of the evidence that says so'),
          }),
        )
        .describe('one to five sentences'),
    }),
  ),
});
