import { type CaseBody, type Difficulty } from '@openrounds/contracts';
import { type TeachingPart } from '@openrounds/knowledge';
import { type CaseCard } from '../model/case-card';

type Finding = TeachingPart['findings'][number];
type Disease = TeachingPart['diseases'][number];

/** What the ids of a case are looked up in. */
export interface CaseVocabulary {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly diseases: ReadonlyMap<string, Disease>;
  readonly testIds: ReadonlySet<string>;
  readonly problemIds: ReadonlySet<string>;
}

/** A case that comes with the knowledge base. */
export interface BuiltInCase {
  readonly id: string;
  readonly slug: string;
  readonly body: CaseBody;
  readonly contentHash: string;
  readonly card: CaseCard;
  /** By the engine's list; null where nobody has ranked the case. */
  readonly difficulty: Difficulty | null;
}

/** One knowledge version as teaching reads it. */
export interface CaseLibrary {
  readonly vocabulary: CaseVocabulary;
  /** By id, in the order of their slugs. */
  readonly builtIn: ReadonlyMap<string, BuiltInCase>;
}

/** The knowledge base as teaching reads it. */
export interface CaseLibraries {
  /** @throws BundleError when none is active */
  current(): Promise<CaseLibrary>;
  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string): Promise<CaseLibrary>;
}
export const CASE_LIBRARIES = Symbol('CaseLibraries');
