import {
  DomainError,
  type CodedLlm,
  type CodedPassage,
  type Degraded,
  type FinaliseExplanation as Facts,
  type LogEntryRef,
} from '@openrounds/contracts';
import { type Clock } from '@openrounds/platform';
import { canonicalJson, newSalt, saltedLeaf } from '@openrounds/transparency-log';
import { type LogStore } from '../ports/log-store';

/** How the run's children ended: a result, or undefined where one failed or was not asked for. */
export interface ChildResults {
  readonly llm: CodedLlm | undefined;
  readonly guidelines: readonly CodedPassage[] | undefined;
}

export interface FinishedRun {
  readonly guidelines: readonly CodedPassage[];
  readonly llm: CodedLlm;
  readonly degraded: readonly Degraded[];
  readonly logEntry: LogEntryRef;
}

const RECORD_FORMAT = 'openrounds.explanation.v1';
const NOT_USED: CodedLlm = { used: false, model: null };

/** Freezes what led to an answer as one canonical record and appends it to the log, once for each run. */
export class FinaliseExplanation {
  constructor(
    private readonly log: LogStore,
    private readonly clock: Clock,
  ) {}

  async execute(run: Facts, children: ChildResults): Promise<FinishedRun> {
    const outcome = {
      guidelines: children.guidelines ?? [],
      llm: children.llm ?? NOT_USED,
      degraded: degradedOf(run, children),
    };
    const entry = await this.append(run, outcome);
    return { ...outcome, logEntry: { index: entry.index, leafHash: entry.leafHash } };
  }

  private async append(run: Facts, outcome: Omit<FinishedRun, 'logEntry'>): Promise<LogEntryRef> {
    const { tenantId, runId, caseId, versions, acceptedAt } = run.meta;
    const done = await this.log.findByRun(tenantId, runId);
    if (done !== undefined) return done;
    const record = {
      format: RECORD_FORMAT,
      runId,
      caseId,
      caseVersion: run.caseVersion,
      acceptedAt,
      versions,
      options: run.options,
      case: run.codedCase,
      facts: run.facts,
      answer: run.answer,
      ...outcome,
    };
    const salt = newSalt();
    const stored = await this.log.append({
      tenantId,
      runId,
      caseId,
      record: canonicalJson(record),
      salt,
      leafHash: saltedLeaf(record, salt),
      appendedAt: this.clock.now(),
    });
    if (stored === 'erased') throw new DomainError('case-erased');
    return stored;
  }
}

/** What was asked for and could not be had; it never fails the run. */
const degradedOf = ({ expected }: Facts, { llm, guidelines }: ChildResults): Degraded[] => [
  ...(expected.llm && llm === undefined ? (['llm'] as const) : []),
  ...(expected.guidelines && guidelines === undefined ? (['guidelines'] as const) : []),
];
