import { type EmbedPassagesPayload } from '@openrounds/contracts';

/** Has passages embedded by and by. */
export interface EmbeddingJobs {
  /** @param key - of what is to be embedded: asked for twice, it is done once */
  embed(payload: EmbedPassagesPayload, key: string): Promise<void>;
}
export const EMBEDDING_JOBS = Symbol('EmbeddingJobs');
