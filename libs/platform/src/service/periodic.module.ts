import {
  Inject,
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type InjectionToken,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Logger } from '../logging/logger';
import { LOGGER } from './tokens';

export const HOURLY = 3_600_000;

/** Work that a service does from time to time: retention, reconciliation. */
export interface PeriodicWork<Dependencies extends readonly unknown[]> {
  readonly name: string;
  readonly everyMs: number;
  readonly inject: InjectionToken[];
  /** @returns how much was done: logged when it is not nothing */
  readonly work: (...dependencies: Dependencies) => Promise<number>;
}

const WORK = Symbol('PeriodicWork');
interface BoundWork {
  readonly name: string;
  readonly everyMs: number;
  readonly once: () => Promise<number>;
}

/** Does the work again and again, never twice at a time; a failure is logged and tried again at the next turn. */
@Injectable()
class PeriodicRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(WORK) private readonly work: BoundWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn().then(() => {
        this.schedule();
      });
    }, this.work.everyMs);
    this.timer.unref();
  }

  private async turn(): Promise<void> {
    try {
      const done = await this.work.once();
      if (done > 0) this.logger.info({ work: this.work.name, done }, 'periodic work done');
    } catch (error) {
      this.logger.error({ work: this.work.name, err: error }, 'periodic work failed');
    }
  }
}

@Module({})
export class PeriodicModule {
  static run<Dependencies extends readonly unknown[]>(
    periodic: PeriodicWork<Dependencies>,
    imports: NonNullable<DynamicModule['imports']> = [],
  ): DynamicModule {
    const { name, everyMs, inject, work } = periodic;
    const bound = {
      provide: WORK,
      inject,
      useFactory: (...dependencies: unknown[]): BoundWork => ({
        name,
        everyMs,
        once: () => work(...(dependencies as unknown as Dependencies)),
      }),
    };
    return { module: PeriodicModule, imports, providers: [bound, PeriodicRunner] };
  }
}
