import { type CompiledVocabulary } from '@openrounds/clinical-language';

/** The vocabulary of a knowledge version, compiled once. */
export interface Vocabularies {
  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string): Promise<CompiledVocabulary>;
}
export const VOCABULARIES = Symbol('Vocabularies');
