import { type RunMeta } from '@openrounds/contracts';
import { type LlmCallOptions } from '@openrounds/llm';

/** Whose question to the language model it is: by this it is counted, kept and erased. */
export const askedFor = ({
  tenantId,
  userId,
  caseId,
  versions,
}: RunMeta): Pick<LlmCallOptions, 'tenantId' | 'userId' | 'caseId' | 'knowledge'> => ({
  tenantId,
  userId,
  caseId,
  knowledge: versions.knowledge,
});
