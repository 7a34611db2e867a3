import { Inject, Injectable } from '@nestjs/common';
import {
  CodedLlm,
  CodedPassage,
  CodedReading,
  Degraded,
  DomainError,
  type CodedAnswer,
  type FinaliseExplanationPayload,
  type LogEntryRef,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { canonicalJson, newSalt, saltedLeafOfText } from '@openrounds/transparency-log';
import { z } from 'zod';
import { LOG_STORE, type LogStore, type StoredEntry } from '../ports/log-store';

/** A run with the answer that its job carried or named. */
export type RankedRun = Omit<FinaliseExplanationPayload, 'answer'> & { readonly answer: CodedAnswer };

/** How the run's children ended: a result, or undefined where one failed or was not asked for. */
export interface ChildResults {
  readonly llm: CodedLlm | undefined;
  readonly reading?: CodedReading | undefined;
  readonly guidelines: readonly CodedPassage[] | undefined;
}

export interface FinishedRun {
  readonly guidelines: readonly CodedPassage[];
  readonly llm: CodedLlm;
  readonly reading?: CodedReading | undefined;
  readonly degraded: readonly Degraded[];
  readonly logEntry: LogEntryRef;
}

const RECORD_FORMAT = 'openrounds.explanation.v1';
/** The part of a record that the run's answer repeats. */
const Outcome = z.object({
  guidelines: z.array(CodedPassage),
  llm: CodedLlm,
  reading: CodedReading.optional(),
  degraded: z.array(Degraded),
});
type Outcome = z.infer<typeof Outcome>;

const NOT_USED: CodedLlm = { used: false, model: null };

/** Freezes what led to an answer as one canonical record and appends it to the log, once for each run. */
@Injectable()
export class FinaliseExplanation {
  constructor(
    @Inject(LOG_STORE) private readonly log: Pick<LogStore, 'append' | 'findByRun'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns what the log holds of the run: an earlier entry wins over what the children say now, so that the answer
   *   and its record never differ
   * @throws DomainError `case-erased`
   */
  async execute(run: RankedRun, children: ChildResults): Promise<FinishedRun> {
    const { tenantId, runId } = run.meta;
    const known = await this.log.findByRun(tenantId, runId);
    return known === undefined ? this.append(run, outcomeOf(run, children)) : finished(known);
  }

  private async append(run: RankedRun, outcome: Outcome): Promise<FinishedRun> {
    const { tenantId, runId, caseId, versions, acceptedAt, askedBy, revision } = run.meta;
    const record = canonicalJson({
      format: RECORD_FORMAT,
      runId,
      caseId,
      caseVersion: run.caseVersion,
      ...(revision && { revision }),
      ...(askedBy && { askedBy }),
      acceptedAt,
      versions,
      options: run.options,
      case: run.codedCase,
      facts: run.facts,
      answer: run.answer,
      ...outcome,
    });
    const salt = newSalt();
    const stored = await this.log.append({
      tenantId,
      runId,
      caseId,
      record,
      salt,
      leafHash: saltedLeafOfText(record, salt),
      appendedAt: this.clock.now(),
    });
    if (stored === 'erased') throw new DomainError('case-erased');
    // What we have just written need not be read again; what slipped in meanwhile may say something else.
    return stored.record === record ? { ...outcome, logEntry: refOf(stored) } : finished(stored);
  }
}

/** What the log holds of a run. */
function finished(entry: StoredEntry): FinishedRun {
  if (entry.record === null) throw new DomainError('case-erased');
  return { ...Outcome.parse(JSON.parse(entry.record)), logEntry: refOf(entry) };
}

const refOf = ({ index, leafHash }: StoredEntry): LogEntryRef => ({ index, leafHash });

const outcomeOf = (run: RankedRun, children: ChildResults): Outcome => ({
  guidelines: [...(children.guidelines ?? [])],
  llm: children.llm ?? NOT_USED,
  ...(children.reading && { reading: children.reading }),
  degraded: degradedOf(run, children),
});

/** What was asked for and could not be had; it never fails the run. */
const degradedOf = ({ expected }: RankedRun, { llm, guidelines, reading }: ChildResults): Degraded[] => [
  ...(expected.llm && llm?.used !== true ? (['llm'] as const) : []),
  ...(expected.guidelines && guidelines === undefined ? (['guidelines'] as const) : []),
  ...(expected.reading && (reading === undefined || reading.blocked !== undefined)
    ? (['llm-reading'] as const)
    : []),
];
