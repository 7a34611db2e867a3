import {
  type Language,
  type OwnPassage,
  type ReadQuestionResult,
  type SearchGuidelinesPayload,
} from '@openrounds/contracts';
import { type Passage } from '@openrounds/guidelines';

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
  /** Candidates in another order, which is fused with that of the words. */
  readonly alsoRanked?: readonly string[] | undefined;
}

/** A passage found: where it stands, how well it fits, which of the diseases asked for it is about. */
export interface PassageHit {
  readonly passageId: string;
  readonly score: number;
  readonly forDiseases: readonly string[];
  /** Of the text of a bundle's passage; its own say theirs themselves. */
  readonly sha256?: string;
  /** Of a document of the tenant's own: the passage itself. */
  readonly own?: OwnPassage;
}

/** What passages are for, by the names of a knowledge version. */
export interface Subjects {
  readonly forDiseases: readonly string[];
  readonly forFindings: readonly string[];
}

/** The passages of one guideline version and those of a tenant's own documents, ready to be searched. */
export interface PassageLibrary {
  readonly passages: readonly Passage[];
  search(query: PassageQuery): PassageHit[];
  /** All that answers a question, as its words rank it. */
  candidates(query: PassageQuery): readonly Passage[];
}

export interface PassageLibraries {
  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string, tenantId: string): Promise<PassageLibrary>;
  /** What a passage is for that stands below these headings, by the names of a version. @throws BundleError as {@link of} */
  subjectsOf(knowledgeHash: string, headings: readonly string[], text: string): Subjects;
}
export const PASSAGE_LIBRARIES = Symbol('PassageLibraries');
