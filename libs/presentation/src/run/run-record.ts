import {
  type CodedAnswer,
  type CodedLlm,
  type CodedPassage,
  type Degraded,
  type CodedReading,
  type LogEntryRef,
  type Problem,
  type ReadingQuote,
  type Revision,
  type RunOptions,
  type RunStatus,
  type Understood,
  type Versions,
} from '@openrounds/contracts';

/** A run as a list shows it: of its answer the disease that leads alone. */
export interface RunLine extends Pick<
  RunRecord,
  'id' | 'status' | 'createdAt' | 'completedAt' | 'caseId' | 'caseVersion' | 'degraded' | 'versions'
> {
  readonly caseMix: RunOptions['caseMix'];
  readonly leading: { readonly diseaseId: string; readonly probability: number } | null;
}

/** A run as it is kept: in codes, with what is not known yet as null. */
export interface RunRecord {
  readonly id: string;
  readonly status: RunStatus;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly caseId: string;
  readonly caseVersion: number | null;
  readonly options: RunOptions;
  readonly versions: Versions;
  readonly understood: Understood | null;
  readonly answer: CodedAnswer | null;
  readonly guidelines: readonly CodedPassage[] | null;
  readonly llm: CodedLlm | null;
  /** What a language model read, with the words of the text while these are kept. */
  readonly reading: { readonly coded: CodedReading; readonly quotes: readonly ReadingQuote[] } | null;
  /** Of a run that revises another one. */
  readonly revision: Pick<Revision, 'of' | 'merged'> | null;
  /** The run that revises this one. */
  readonly revisedBy: string | null;
  readonly degraded: readonly Degraded[];
  readonly logEntry: LogEntryRef | null;
  readonly problem: Problem | null;
}
