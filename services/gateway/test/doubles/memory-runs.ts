import {
  DomainError,
  ReadingQuotes,
  SEAL_PLACES,
  Understood,
  withoutNarrative,
  type Problem,
  type Revision,
} from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { testSealer } from '@openrounds/testing';
import {
  changeByEnding,
  changeByFailure,
  changeBySections,
  type Ending,
  type RunChange,
  type RunSoFar,
  type Section,
} from '../../src/model/run-changes';
import { WAITING, type RunEntity } from '../../src/persistence/entities/run.entity';
import { firstMessage, newRow, revisionMessage } from '../../src/persistence/run-rows';
import { type Claimed, type IdempotencyClaim } from '../../src/ports/idempotency';
import {
  type NewRun,
  type RunEvent,
  type RunFilter,
  type RunLine,
  type RunState,
  type RunStore,
  type SilentRun,
  type StoredRun,
} from '../../src/ports/run-store';
import { GatewayRows } from './gateway-rows';
import { newCase } from './memory-case-registry';

const isWaiting = ({ status }: RunEntity): boolean => WAITING.some((each) => each === status);

/** The read model of runs in memory: passes the suite that the one in Postgres passes. */
export class MemoryRuns implements RunStore {
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly rows = new GatewayRows(),
    private readonly sealer: Sealer = testSealer(),
  ) {}

  /** All runs that were accepted, in that order. */
  get kept(): readonly RunEntity[] {
    return [...this.rows.runs.values()];
  }

  async accept(run: NewRun, claim: IdempotencyClaim | undefined): Promise<Claimed> {
    await Promise.resolve();
    const claimed = claim && this.rows.idempotency.look(claim);
    if (claimed !== undefined) return claimed;
    const stored = this.rows.cases.get(run.caseId);
    const isMissing = stored?.tenantId !== run.principal.tenantId || stored.erasedAt !== null;
    if (run.input === null && isMissing) throw new DomainError('case-erased');
    if (this.rows.runs.has(run.id)) throw new Error('duplicate key value: the run stands already');
    if (claim !== undefined) this.rows.idempotency.take(claim, run.createdAt);
    return this.write(run, run.input === null ? (stored?.createdAt ?? run.createdAt) : run.createdAt);
  }

  begin(tenantId: string, id: string): Promise<void> {
    const row = this.waiting(tenantId, id);
    if (row?.begunAt !== null) return Promise.resolve();
    const now = new Date();
    const begun = { ...row, begunAt: now, progressedAt: now };
    this.rows.runs.set(id, begun);
    this.rows.messages.push(firstMessage(begun, this.sealer));
    return Promise.resolve();
  }

  async revise(run: NewRun & { readonly revision: Revision }): Promise<boolean> {
    await Promise.resolve();
    const { tenantId } = run.principal;
    const stored = this.rows.cases.get(run.caseId);
    if (stored === undefined || stored.erasedAt !== null) throw new DomainError('case-erased');
    const revised = this.row(tenantId, run.revision.of);
    if (revised?.revisedBy !== null) return false;
    this.rows.runs.set(revised.id, { ...revised, revisedBy: run.id });
    this.write(run, stored.createdAt);
    return true;
  }

  async find(tenantId: string, id: string): Promise<StoredRun | undefined> {
    await Promise.resolve();
    const row = this.row(tenantId, id);
    if (row === undefined) return undefined;
    const { understood, reading, ...rest } = row;
    return {
      ...rest,
      understood: understood === null ? null : this.open(row),
      reading: reading && {
        coded: reading.coded,
        quotes:
          reading.quotes === null
            ? []
            : this.sealer.open(reading.quotes, SEAL_PLACES.readingQuotes(tenantId, id), ReadingQuotes),
      },
      erased: this.rows.isErased(row.caseId),
    };
  }

  state(tenantId: string, id: string): Promise<RunState | undefined> {
    const row = this.row(tenantId, id);
    return Promise.resolve(
      row && {
        status: row.status,
        erased: this.rows.isErased(row.caseId),
        begunAt: row.begunAt,
      },
    );
  }

  list({ tenantId, limit, before, caseId, status }: RunFilter): Promise<readonly RunLine[]> {
    const lines = this.kept
      .filter((run) => run.tenantId === tenantId && !this.rows.isErased(run.caseId))
      .filter((run) => before === undefined || run.id < before)
      .filter((run) => (caseId ?? run.caseId) === run.caseId && (status ?? run.status) === run.status)
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return Promise.resolve(lines.slice(0, limit).map(lineOf));
  }

  events(tenantId: string, runId: string, after: number): Promise<readonly RunEvent[]> {
    const events = this.row(tenantId, runId) === undefined ? [] : (this.rows.events.get(runId) ?? []);
    return Promise.resolve(events.filter(({ sequence }) => sequence > after));
  }

  recordSections(tenantId: string, runId: string, sections: readonly Section[], at: Date): Promise<void> {
    this.change(tenantId, runId, at, (run) => changeBySections(run, sections));
    return Promise.resolve();
  }

  complete(
    tenantId: string,
    runId: string,
    ending: Ending,
    at: Date,
  ): Promise<'done' | 'incomplete' | 'ignored'> {
    const outcome = this.change(tenantId, runId, at, (run) => changeByEnding(run, ending));
    const named = { ended: 'ignored', changed: 'done', unchanged: 'incomplete' } as const;
    return Promise.resolve(named[outcome]);
  }

  fail(tenantId: string, runId: string, problem: Problem, at: Date): Promise<boolean> {
    return Promise.resolve(this.change(tenantId, runId, at, () => changeByFailure(problem)) === 'changed');
  }

  countWaiting(): Promise<number> {
    return Promise.resolve(this.kept.filter((run) => isWaiting(run) && run.begunAt !== null).length);
  }

  listSilent(before: Date, limit: number): Promise<readonly SilentRun[]> {
    const silent = this.kept
      .filter(
        (run) =>
          isWaiting(run) &&
          run.begunAt !== null &&
          !this.rows.isErased(run.caseId) &&
          run.progressedAt < before,
      )
      .sort((a, b) => a.progressedAt.getTime() - b.progressedAt.getTime());
    return Promise.resolve(silent.slice(0, limit));
  }

  driveAgain(run: SilentRun, at: Date): Promise<void> {
    const row = this.waiting(run.tenantId, run.id);
    if (row === undefined || row.epoch !== run.epoch || row.progressedAt > run.progressedAt)
      return Promise.resolve();
    const driven = { ...row, epoch: row.epoch + 1, progressedAt: at };
    this.rows.runs.set(run.id, driven);
    this.rows.messages.push(firstMessage(driven, this.sealer));
    return Promise.resolve();
  }

  touch({ tenantId, id }: SilentRun, at: Date): Promise<void> {
    const row = this.row(tenantId, id);
    if (row !== undefined && isWaiting(row)) this.rows.runs.set(id, { ...row, progressedAt: at });
    return Promise.resolve();
  }

  forgetEvents(before: Date): Promise<number> {
    let removed = 0;
    for (const [runId, events] of this.rows.events) {
      if (!events.some(({ type, at }) => (type === 'completed' || type === 'failed') && at < before))
        continue;
      removed += events.length;
      this.rows.events.delete(runId);
    }
    return Promise.resolve(removed);
  }

  forgetNarratives(before: Date): Promise<number> {
    const old = this.kept.filter(
      (run) =>
        run.narrativeKept &&
        run.textGivenAt < before &&
        !this.unreadable.has(run.id) &&
        (run.understood !== null || !isWaiting(run)),
    );
    return Promise.resolve(old.filter((run) => this.forgetNarrative(run)).length);
  }

  private forgetNarrative(run: RunEntity): boolean {
    const place = SEAL_PLACES.runUnderstood(run.tenantId, run.id);
    const whole = run.understood && this.sealer.openIfWhole(run.understood, place, Understood);
    if (whole === undefined) {
      this.unreadable.add(run.id);
      return false;
    }
    run.understood = whole && this.sealer.seal(withoutNarrative(whole), place);
    run.reading = run.reading && { ...run.reading, quotes: null };
    run.narrativeKept = false;
    return true;
  }

  private write(run: NewRun, textGivenAt: Date): Claimed {
    const { principal, caseId, language, createdAt } = run;
    if (run.input !== null)
      this.rows.cases.set(caseId, {
        ...newCase(principal.tenantId, caseId, language, createdAt),
        expiresAt: run.caseExpiresAt,
      });
    const row = newRow(run, textGivenAt);
    this.rows.runs.set(row.id, row);
    this.addEvents(row.id, ['status'], createdAt);
    if (!run.awaitsReader) this.rows.messages.push(firstMessage(row, this.sealer));
    return { kind: 'fresh' };
  }

  private open(row: RunEntity): Understood {
    const place = SEAL_PLACES.runUnderstood(row.tenantId, row.id);
    const whole = row.understood && this.sealer.openIfWhole(row.understood, place, Understood);
    if (!whole) throw new DomainError('internal', 'What was understood of this run cannot be opened');
    return whole;
  }

  private row(tenantId: string, id: string): RunEntity | undefined {
    const row = this.rows.runs.get(id);
    return row?.tenantId === tenantId ? row : undefined;
  }

  private waiting(tenantId: string, id: string): RunEntity | undefined {
    const row = this.row(tenantId, id);
    return row !== undefined && isWaiting(row) && !this.rows.isErased(row.caseId) ? row : undefined;
  }

  private change(
    tenantId: string,
    runId: string,
    at: Date,
    choose: (run: RunSoFar) => RunChange | undefined,
  ): 'changed' | 'unchanged' | 'ended' {
    const row = this.waiting(tenantId, runId);
    if (row === undefined) return 'ended';
    const chosen = choose({ ...row, known: knownOf(row) });
    if (chosen === undefined) return 'unchanged';
    const { parts, status, events } = chosen;
    const ended = status === 'running' ? {} : { completedAt: at, input: null };
    const written = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
    this.rows.runs.set(runId, { ...row, ...written, ...ended, status, progressedAt: at });
    this.addEvents(runId, events, at);
    if (chosen.revise === true) this.rows.messages.push(revisionMessage(tenantId, row));
    return 'changed';
  }

  private addEvents(runId: string, types: readonly RunEvent['type'][], at: Date): void {
    const events = this.rows.events.get(runId) ?? [];
    const last = events.at(-1)?.sequence ?? 0;
    const added = types.map((type, place) => ({ sequence: last + place + 1, type, at }));
    this.rows.events.set(runId, [...events, ...added]);
  }
}

const knownOf = ({ understood, answer, guidelines, llm, reading }: RunEntity): RunSoFar['known'] => ({
  understood: understood !== null,
  answer: answer !== null,
  guidelines: guidelines !== null,
  llm: llm !== null,
  reading: reading !== null,
});

function lineOf(run: RunEntity): RunLine {
  const { id, status, createdAt, completedAt, caseId, caseVersion, degraded, versions } = run;
  const [first] = run.answer?.differential ?? [];
  const leading = first === undefined ? null : { diseaseId: first.diseaseId, probability: first.probability };
  const { caseMix } = run.options;
  return { id, status, createdAt, completedAt, caseId, caseVersion, caseMix, degraded, versions, leading };
}
