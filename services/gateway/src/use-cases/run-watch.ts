import { Inject, Injectable } from '@nestjs/common';
import { RUN_STORE, type RunEvent, type RunState, type RunStore, type StoredRun } from '../ports/run-store';
import { RUN_SIGNALS, type Signal, type Signals } from '../ports/signals';

type Runs = Pick<RunStore, 'state' | 'events' | 'find' | 'begin'>;

/** A signal can be lost with its connection; a run that somebody waits for is looked at again after this long anyway. */
const LOOK_AGAIN_MS = 1_000;

/** A run as it stood and what had happened to it; a run that had ended had its last event then, unless it is forgotten. */
export interface RunView {
  readonly state: RunState | undefined;
  readonly events: readonly RunEvent[];
}

/** A run that somebody waits for, and that therefore begins. What is read of it is read once for all who wait, and anew after each change. */
export interface RunWatch {
  state(): Promise<RunState | undefined>;
  view(): Promise<RunView>;
  /** The whole run, no older than the view. */
  run(): Promise<StoredRun | undefined>;
  /** Calls back when what is read may differ from what was read before; the result ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** To be called once, when nobody waits through this watch any more. */
  close(): void;
}

/** Watches runs for all requests of this process: one timer, one subscription and one read a change for each run. */
@Injectable()
export class RunWatches {
  private readonly shared = new Map<string, SharedWatch>();

  constructor(
    @Inject(RUN_STORE) private readonly runs: Runs,
    @Inject(RUN_SIGNALS) private readonly signals: Signals,
  ) {}

  open(tenantId: string, runId: string): RunWatch {
    const key = JSON.stringify([tenantId, runId]);
    const watch = this.shared.get(key) ?? new SharedWatch(this.runs, this.signals, tenantId, runId);
    this.shared.set(key, watch);
    watch.users += 1;
    return {
      state: watch.state,
      view: watch.view,
      run: watch.run,
      subscribe: watch.subscribe,
      close: () => {
        watch.users -= 1;
        if (watch.users > 0) return;
        watch.stop();
        this.shared.delete(key);
      },
    };
  }
}

class SharedWatch {
  users = 0;
  private readonly listeners = new Set<() => void>();
  private readonly reads = new Map<string, Promise<unknown>>();
  private readonly unsubscribe: () => void;
  private readonly timer: NodeJS.Timeout;
  private latest: RunState | undefined;

  constructor(
    private readonly runs: Runs,
    signals: Signals,
    private readonly tenantId: string,
    private readonly runId: string,
  ) {
    this.unsubscribe = signals.subscribe(runId, this.changed);
    this.timer = setInterval(() => {
      this.changed({ id: runId });
    }, LOOK_AGAIN_MS);
  }

  readonly state = (): Promise<RunState | undefined> =>
    this.once('state', async () => {
      const state = await this.runs.state(this.tenantId, this.runId);
      this.latest = state;
      if (state?.begunAt === null) await this.runs.begin(this.tenantId, this.runId);
      return state;
    });

  readonly view = (): Promise<RunView> =>
    this.once('view', async () => {
      const state = await this.state();
      return { state, events: await this.runs.events(this.tenantId, this.runId, 0) };
    });

  readonly run = (): Promise<StoredRun | undefined> =>
    this.once('run', async () => {
      await this.view();
      return this.runs.find(this.tenantId, this.runId);
    });

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  stop(): void {
    clearInterval(this.timer);
    this.unsubscribe();
  }

  /** What a signal says of the status need not be read. */
  private readonly changed = ({ status }: Signal): void => {
    this.reads.clear();
    if (status !== undefined && this.latest !== undefined) {
      this.latest = { ...this.latest, status };
      this.reads.set('state', Promise.resolve(this.latest));
    }
    for (const listener of [...this.listeners]) listener();
  };

  /** What was read since the last change, by whomever. */
  private once<T>(what: string, read: () => Promise<T>): Promise<T> {
    const known = this.reads.get(what) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const reading = read();
    this.reads.set(what, reading);
    return reading;
  }
}
