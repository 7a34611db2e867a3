import { vocabularyBytes } from '@openrounds/clinical-language';
import { loadBundle, vocabularyOf } from '@openrounds/knowledge';
import { vocabularyCompiler } from './compiler';
import { endingOf, hasPart, savePart, VOCABULARY_PARTS } from './vocabulary-files';

/**
 * Compiles the vocabulary of a stored bundle and stores it beside, for {@link VocabularyStore} to open.
 *
 * @param dir the bundle folder
 * @param knowledge the bundle's hash
 * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
 */
export function storeVocabulary(dir: string, knowledge: string, compiler = vocabularyCompiler()): void {
  if (compiler === undefined) return;
  const bytes = vocabularyBytes(vocabularyOf(loadBundle(dir, knowledge)));
  for (const part of VOCABULARY_PARTS) savePart(dir, { knowledge, compiler }, part, bytes[part]);
}

/** Whether this code has stored the vocabulary of a bundle already. */
export function isVocabularyStored(dir: string, knowledge: string, compiler = vocabularyCompiler()): boolean {
  return (
    compiler !== undefined && VOCABULARY_PARTS.every((part) => hasPart(dir, { knowledge, compiler }, part))
  );
}

/**
 * What follows the hash in the names of files that this code opens; those of other code it compiles anew. Undefined where
 * nothing is stored, nor opened.
 */
export const vocabularyEndings = (compiler = vocabularyCompiler()): string[] | undefined =>
  compiler === undefined ? undefined : VOCABULARY_PARTS.map((part) => endingOf(compiler, part));
