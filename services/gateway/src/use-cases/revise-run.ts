import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CodedReadFinding,
  type CorrectionInput,
  type JobMeta,
  type Revision,
} from '@openrounds/contracts';
import { CLOCK, faultPoint, newId, type Clock } from '@openrounds/platform';
import { additionsOf } from '../model/run-changes';
import { RUN_STORE, type RunStore, type StoredRun } from '../ports/run-store';
import { SERVICES, type Services } from '../ports/services';
import { sha256 } from './sha256';

/** After these there is no version to rank: a person corrected the case meanwhile, or it is gone. */
const NO_REVISION: ReadonlySet<string> = new Set(['stale-version', 'case-erased', 'not-found']);
/** In an issue's pointer the number of the correction that it is about. */
const CORRECTION = /^\/corrections\/(\d+)/u;

/**
 * Revises a run by what a language model read beyond the rules: its additions, never what it contradicts, become a version of
 * the case, marked, and that version is ranked by a run of its own, with the knowledge of the first. Both runs are kept and name
 * each other. Done twice, it does nothing the second time: the version is known by its change, and a run is revised once.
 */
@Injectable()
export class ReviseRun {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'find' | 'revise'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the run that revises it; undefined where there is nothing to revise, or nothing any more */
  async execute(meta: JobMeta, runId: string): Promise<string | undefined> {
    const run = await this.runs.find(meta.tenantId, runId);
    if (run === undefined || run.erased || run.revisedBy !== null) return undefined;
    const { answer, caseVersion } = run;
    if (answer === null || caseVersion === null) return undefined;
    const version = await this.versionWith(correctionsOf(run), meta, run, caseVersion);
    faultPoint('gateway:revise-run');
    if (version === undefined) return undefined;
    const revision: Revision = {
      of: runId,
      raised: answer.mustNotMiss
        .filter(({ excludedBy }) => excludedBy === undefined)
        .map(({ diseaseId }) => diseaseId),
      merged: version.merged,
    };
    return this.begin(run, version.number, revision);
  }

  private async begin(run: StoredRun, caseVersion: number, revision: Revision): Promise<string | undefined> {
    const { tenantId, caseId, requestId, versions, options, subject } = run;
    const id = newId();
    const isTaken = await this.runs.revise({
      id,
      principal: { tenantId, subject, role: 'teacher' },
      caseId,
      caseVersion,
      createdAt: this.clock.now(),
      requestId,
      traceparent: run.traceparent,
      versions,
      options,
      input: null,
      // Of a case that comes with its run, which this one does not.
      language: 'en',
      // It has been read: what the model adds to its own additions would have no end.
      mayBeRead: false,
      mayBeMerged: false,
      revision,
      caseExpiresAt: null,
      awaitsReader: false,
    });
    return isTaken ? id : undefined;
  }

  /** A version of the case with these corrections, but for those that cannot be applied; undefined where there is none. */
  private async versionWith(
    corrections: readonly CorrectionInput[],
    meta: JobMeta,
    run: StoredRun,
    version: number,
  ): Promise<{ readonly number: number; readonly merged: string[] } | undefined> {
    if (corrections.length === 0) return undefined;
    try {
      const made = await this.services.ask('create-case-version.v1', {
        meta,
        caseId: run.caseId,
        version,
        changeId: sha256(`revision of ${run.id}`),
        knowledge: run.versions.knowledge,
        corrections: [...corrections],
      });
      return { number: made.version, merged: corrections.flatMap(({ findingId }) => findingId ?? []) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (NO_REVISION.has(error.code)) return undefined;
      const possible = withoutRefused(corrections, error);
      if (possible === undefined) throw error;
      return this.versionWith(possible, meta, run, version);
    }
  }
}

/** Each addition with its certainty and its words, where these stand in the narrative: stages have places of their own. */
function correctionsOf({ reading }: StoredRun): CorrectionInput[] {
  const quotes = new Map((reading?.quotes ?? []).map((quote) => [quote.findingId, quote]));
  return additionsOf(reading).map((found) => {
    const { findingId, certainty } = found;
    const { stage, start, end } = quotes.get(findingId) ?? {};
    const span = stage === null && start !== undefined && end !== undefined ? { span: { start, end } } : {};
    return { action: 'set', findingId, ...saidOf(found), certainty, ...span, proposedBy: 'language-model' };
  });
}

const saidOf = ({ presence, state }: CodedReadFinding): Pick<CorrectionInput, 'presence' | 'value'> =>
  state === undefined ? (presence === undefined ? {} : { presence }) : { value: { code: state } };

/** Those that were not refused; undefined where none was named, so that nothing would be gained. */
function withoutRefused(
  corrections: readonly CorrectionInput[],
  { code, errors }: DomainError,
): CorrectionInput[] | undefined {
  if (code !== 'invalid-request') return undefined;
  const refused = new Set(errors.flatMap(({ pointer }) => Number(CORRECTION.exec(pointer)?.[1] ?? -1)));
  const possible = corrections.filter((_, place) => !refused.has(place));
  return possible.length < corrections.length ? possible : undefined;
}
