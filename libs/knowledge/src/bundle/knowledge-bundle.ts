import { type Calibration } from '../schema/calibration';
import { type Disease } from '../schema/disease';
import { type Evaluation } from '../schema/evaluation';
import { type Finding } from '../schema/finding';
import { type GuidelineDocumentFile } from '../schema/guideline';
import { type Panel } from '../schema/panel';
import { type Population } from '../schema/population';
import { type PresentingProblem } from '../schema/presenting-problem';
import { type RedFlag } from '../schema/red-flag';
import { type Score } from '../schema/score';
import { type Source } from '../schema/source';
import { type TeachingCase } from '../schema/teaching-case';
import { type Test } from '../schema/test';
import { type ClaimVerdicts } from './claims';

/** Raised when the shape of the bundle changes; a reader refuses what it does not know. */
export const BUNDLE_SCHEMA_VERSION = 1;

/** A guideline document without its passages. */
export type GuidelineDocument = Omit<GuidelineDocumentFile, 'passages'>;

type PassageInFile = GuidelineDocumentFile['passages'][number];

/** A passage that stands for itself: what it left out in the file is filled in from its document. */
export type GuidelinePassage = Omit<
  PassageInFile,
  'published' | 'region' | 'licence' | 'url' | 'secondRead'
> & {
  readonly document: string;
  readonly published: string;
  readonly region: string;
  readonly licence: string;
  readonly url?: string;
};

/** The knowledge proper. Every list is sorted by id, so that the same knowledge is always the same bytes. */
export interface KnowledgeContent {
  readonly schemaVersion: typeof BUNDLE_SCHEMA_VERSION;
  readonly findings: readonly Finding[];
  readonly diseases: readonly Disease[];
  readonly tests: readonly Test[];
  readonly panels: readonly Panel[];
  readonly redFlags: readonly RedFlag[];
  readonly scores: readonly Score[];
  readonly problems: readonly PresentingProblem[];
  readonly population: Population;
  readonly calibration: Calibration;
  /** What was measured last; bundles of before, and folders in which nothing was recorded, have none. */
  readonly evaluation?: Evaluation;
  readonly sources: readonly Source[];
  readonly teachingCases: readonly TeachingCase[];
  readonly guidelines: {
    readonly documents: readonly GuidelineDocument[];
    readonly passages: readonly GuidelinePassage[];
  };
  /** What the passages say of the knowledge's own statements; bundles of before, and those that are only checked, have none. */
  readonly claims?: ClaimVerdicts;
}

/** SHA-256, hexadecimal. A run is stamped with the three. */
export interface KnowledgeHashes {
  /** Of the whole bundle file, the other two hashes included: the knowledge version, and the file's name. */
  readonly knowledge: string;
  readonly calibration: string;
  readonly guidelines: string;
}

/** One immutable version of everything the engine, intake and retrieval read. */
export interface KnowledgeBundle extends KnowledgeContent {
  readonly hashes: KnowledgeHashes;
}
