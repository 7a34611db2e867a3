import { z } from 'zod';

/** What a model must return: nothing without a statement that it comes from. */
export const VoiceAnswer = z.object({
  sentences: z.array(
    z.object({
      text: z.string().describe('what the patient says, one sentence'),
      statementIds: z.array(z.string()).describe('ids of the statements that say the same'),
    }),
  ),
});
