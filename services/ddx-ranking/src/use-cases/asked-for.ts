import { type TutorMeta } from '@openrounds/contracts';
import { type LlmCallOptions } from '@openrounds/llm';

/** Whose question to the language model it is: by this it is counted, kept and erased. Of none of our cases no answer is kept. */
export const askedFor = ({
  tenantId,
  userId,
  caseId,
  versions,
}: TutorMeta): Pick<LlmCallOptions, 'tenantId' | 'userId' | 'caseId' | 'knowledge'> => ({
  tenantId,
  userId,
  caseId,
  knowledge: versions.knowledge,
});
