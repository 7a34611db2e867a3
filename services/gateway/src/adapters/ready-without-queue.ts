import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Health } from '@openrounds/platform';

/** What is accepted stays in the outbox until the queue is there. */
@Injectable()
export class ReadyWithoutQueue implements OnApplicationBootstrap {
  constructor(@Inject(Health) private readonly health: Health) {}

  onApplicationBootstrap(): void {
    this.health.canDoWithout('queue');
  }
}
