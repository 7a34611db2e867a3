/** Clinical language: from pasted text and coded facts to what the ranking engine takes. Pure; English and Chinese. */
export * from './model/deidentified';
export * from './model/issue';
export * from './model/understanding';
export * from './model/vocabulary';

import { type CaseInput, type Language, type Patient } from '@openrounds/contracts';
import { type Deidentified } from './model/deidentified';
import { type ClinicalIssue } from './model/issue';
import { type EngineReadyCase, type Understanding } from './model/understanding';
import { type Vocabulary } from './model/vocabulary';

/** A vocabulary made ready for matching, once per knowledge bundle. Opaque. */
export interface CompiledVocabulary {
  readonly vocabulary: Vocabulary;
}

export declare function compileVocabulary(vocabulary: Vocabulary): CompiledVocabulary;
export declare function checkCase(input: CaseInput, vocabulary: CompiledVocabulary): ClinicalIssue[];
export declare function deidentify(text: string, language?: Language): Deidentified;
export declare function understandText(
  text: string,
  patientGiven: Patient | undefined,
  vocabulary: CompiledVocabulary,
  language?: Language,
): Understanding;
export declare function toEngineCase(input: CaseInput, vocabulary: CompiledVocabulary): EngineReadyCase;
