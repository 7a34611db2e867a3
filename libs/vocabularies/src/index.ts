/** Compiled vocabularies beside their bundles: made once, when knowledge is built, and opened by whoever needs them. */
export { vocabularyCompiler } from './compiler';
export { isVocabularyStored, storeVocabulary, vocabularyEndings } from './store-vocabulary';
export { VocabularyStore } from './vocabulary-store';
