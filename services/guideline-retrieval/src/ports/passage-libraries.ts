import { type Language, type ReadQuestionResult, type SearchGuidelinesPayload } from '@openrounds/contracts';

export interface PassageQuery {
  readonly query?: string | undefined;
  /** The query as it was read: what it speaks of. */
  readonly read?: ReadQuestionResult | undefined;
  readonly diseaseIds: readonly string[];
  readonly findingIds: readonly string[];
  readonly language: Language;
  readonly region: string | null;
  readonly limit: number;
  readonly filter?: SearchGuidelinesPayload['filter'];
}

/** A passage found: where it stands, how well it fits, which of the diseases asked for it is about. */
export interface PassageHit {
  readonly passageId: string;
  readonly score: number;
  readonly forDiseases: readonly string[];
}

/** The passages of one guideline version, ready to be searched. */
export interface PassageLibrary {
  search(query: PassageQuery): PassageHit[];
}

export interface PassageLibraries {
  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string): Promise<PassageLibrary>;
}
export const PASSAGE_LIBRARIES = Symbol('PassageLibraries');
