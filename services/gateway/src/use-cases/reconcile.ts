import { DomainError } from '@openrounds/contracts';
import { toProblem, type Clock } from '@openrounds/platform';
import { type JobInspector } from '../ports/job-inspector';
import { type RunStore, type StoredRun } from '../ports/run-store';

const BATCH = 100;

/** Looks after runs of which nothing was heard: an accepted run ends, whatever was lost on the way. */
export class Reconcile {
  constructor(
    private readonly runs: RunStore,
    private readonly jobs: JobInspector,
    private readonly clock: Clock,
    private readonly limits: { readonly silentSeconds: number; readonly timeoutSeconds: number },
  ) {}

  /** @returns how many runs were driven again or ended */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const silent = await this.runs.listSilent(
      new Date(now.getTime() - this.limits.silentSeconds * 1000),
      BATCH,
    );
    let acted = 0;
    for (const run of silent) acted += (await this.lookAfter(run, now)) ? 1 : 0;
    return acted;
  }

  private async lookAfter(run: StoredRun, now: Date): Promise<boolean> {
    if (now.getTime() - run.createdAt.getTime() > this.limits.timeoutSeconds * 1000) {
      await this.runs.fail(run.id, toProblem(new DomainError('timeout'), { requestId: run.requestId }), now);
      return true;
    }
    switch (await this.jobs.stateOf(run.id, run.epoch)) {
      case 'working':
        await this.runs.touch(run.id, now);
        return false;
      case 'failed':
        await this.runs.fail(
          run.id,
          toProblem(new DomainError('internal'), { requestId: run.requestId }),
          now,
        );
        return true;
      case 'gone':
        await this.runs.driveAgain(run, now);
        return true;
    }
  }
}
