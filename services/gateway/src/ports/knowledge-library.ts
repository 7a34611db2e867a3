import { type Terminology } from '@openrounds/clinical-language';
import { type Versions } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';

/** The knowledge base as the gateway reads it: the active version for new runs, older ones for old runs. */
export interface KnowledgeLibrary {
  /** @throws DomainError `knowledge-unavailable` when none is active */
  current(): { readonly bundle: KnowledgeBundle; readonly vocabulary: Terminology };
  /** What a run accepted now is stamped with. */
  versions(): Versions;
  /** The version of a run, or the active one where that is gone: names may have changed, numbers do not. */
  bundleFor(versions: Pick<Versions, 'knowledge'>): KnowledgeBundle;
}
export const KNOWLEDGE_LIBRARY = Symbol('KnowledgeLibrary');
