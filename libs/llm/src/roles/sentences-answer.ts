import { z } from 'zod';
import { type SaidSentence } from '../evidence/evidence';
import { LlmFault } from '../ports/llm-fault';

/** A sentence. There is no field for a source of another kind than what was given. */
export const SaidSentenceAnswer = z.object({
  text: z.string().describe('one sentence'),
  evidence: z.array(z.string()).describe('the ids, without brackets, of all that this sentence rests on'),
});

/** An answer in sentences. */
export const SentencesAnswer = z.object({
  sentences: z.array(SaidSentenceAnswer).describe('the sentences in their order'),
});

/** @throws LlmFault `unusable-answer` for another shape */
export function saidSentences(raw: unknown): SaidSentence[] {
  const parsed = SentencesAnswer.safeParse(raw);
  if (!parsed.success) throw new LlmFault('unusable-answer');
  return parsed.data.sentences;
}
