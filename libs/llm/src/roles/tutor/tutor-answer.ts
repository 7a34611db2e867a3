import { z } from 'zod';
import { SaidSentenceAnswer } from '../sentences-answer';

/** An answer, the word that there is none, or a question back; each sentence with its sources. */
export const TutorAnswer = z.object({
  answered: z.boolean().describe('whether the evidence answers the question; otherwise false'),
  sentences: z.array(SaidSentenceAnswer).describe('the answer in its order; empty where there is none'),
  asksBack: z
    .array(SaidSentenceAnswer)
    .optional()
    .describe('one question back, only where you are to ask back; else empty'),
});
