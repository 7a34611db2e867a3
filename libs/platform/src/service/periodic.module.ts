import {
  Inject,
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type Type,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Logger } from '../logging/logger';
import { LOGGER } from './tokens';

export const HOURLY = 3_600_000;

/** Something done from time to time. */
export interface Periodic {
  /** @returns how much was done: logged when it is not nothing */
  execute(): Promise<number>;
}

/** Work that a service does from time to time: retention, reconciliation. */
export interface PeriodicWork {
  readonly name: string;
  /** Milliseconds from the end of one turn to the start of the next. */
  readonly everyMs: number;
  /** A provider of the service. */
  readonly useCase: Type<Periodic>;
}

const WORKS = Symbol('PeriodicWorks');

/** Does one work again and again, never twice at a time; a failure is logged and tried again at the next turn. */
class Turns {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly work: PeriodicWork,
    private readonly useCase: Periodic,
    private readonly logger: Logger,
  ) {}

  schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn().then(() => {
        this.schedule();
      });
    }, this.work.everyMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async turn(): Promise<void> {
    try {
      const done = await this.useCase.execute();
      if (done > 0) this.logger.info({ work: this.work.name, done }, 'periodic work done');
    } catch (error) {
      this.logger.error({ work: this.work.name, err: error }, 'periodic work failed');
    }
  }
}

/** Starts the periodic works of a service when everything stands, and waits for them when it stops. */
@Injectable()
class PeriodicRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private turns: Turns[] = [];

  constructor(
    @Inject(WORKS) private readonly works: readonly PeriodicWork[],
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly modules: ModuleRef,
  ) {}

  onApplicationBootstrap(): void {
    this.turns = this.works.map((work) => {
      return new Turns(work, this.modules.get(work.useCase, { strict: false }), this.logger);
    });
    for (const turns of this.turns) turns.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.turns.map((turns) => turns.stop()));
  }
}

@Module({})
export class PeriodicModule {
  /** Boot fails if a use-case is no provider of the service. */
  static running(...works: readonly PeriodicWork[]): DynamicModule {
    return { module: PeriodicModule, providers: [{ provide: WORKS, useValue: works }, PeriodicRunner] };
  }
}
