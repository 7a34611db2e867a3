import { type DraftFault, type DroppedVoice, type RoleMeta, type SaidVoice } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { type DiseaseNames, type LanguageModel, type LlmCallOptions } from '@openrounds/llm';

/** With what a role is played: a model, the knowledge of the request, and how the model is asked. */
export interface RoleAsked {
  readonly llm: LanguageModel;
  readonly bundle: KnowledgeBundle;
  readonly diseases: DiseaseNames;
  readonly meta: RoleMeta;
  readonly roleRequestId: string;
  readonly call: LlmCallOptions;
}

/** What came of it: what is kept, and why that is nothing where it is. */
export interface RolePlayed<Said> {
  readonly said?: Said;
  readonly fault: DraftFault | null;
}

/** What was dropped for one more reason. */
export const droppedTo = (
  dropped: SaidVoice['dropped'],
  reason: DroppedVoice,
  count: number,
): SaidVoice['dropped'] =>
  count === 0 ? { ...dropped } : { ...dropped, [reason]: (dropped[reason] ?? 0) + count };
