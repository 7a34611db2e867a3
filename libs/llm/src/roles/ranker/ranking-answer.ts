import { z } from 'zod';

/**
 * What a model must return. No field takes a citation or an explanation: a model cannot invent what it has no place
 * for. Limits are enforced when the answer is read, since not every endpoint supports them in a schema.
 */
export const RankingAnswer = z.object({
  diagnoses: z.array(
    z.object({
      diseaseId: z.string().describe('id from the list of diseases'),
      name: z.string().describe('name of the diagnosis'),
      probability: z.number().describe('probability from 0 to 1 that this is the main explanation'),
    }),
  ),
});
