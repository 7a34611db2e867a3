import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { type JobMeta, type Queues } from '@openrounds/contracts';
import { SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { type Requester } from '@openrounds/queue';
import { HOUSE_QUEUES, type HouseQueues } from '@openrounds/run-flow';
import { type LinkedContent } from '../ports/course-store';
import { type LinkedContents } from '../ports/linked-contents';

const DEADLINE_MS = 2_000;

/** Asks teaching what a link means. Replies are listened to once somebody launches. */
@Injectable()
export class QueueLinkedContents implements LinkedContents, BeforeApplicationShutdown {
  private requester: Promise<Requester<Queues>> | undefined;

  constructor(
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'INSTANCE_ID'>,
  ) {}

  async find(meta: JobMeta, id: string): Promise<LinkedContent | undefined> {
    this.requester ??= this.open();
    const requester = await this.requester;
    const { kind } = await requester.request(
      'teaching-interactive',
      'find-content.v1',
      { meta, id },
      { deadlineMs: DEADLINE_MS },
    );
    return kind === null ? undefined : { kind, id };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await (await this.requester)?.close();
  }

  /** What could not be opened is tried again by whoever asks next. */
  private open(): Promise<Requester<Queues>> {
    return this.queues.openRequester(`integration-${this.config.INSTANCE_ID}`).catch((error: unknown) => {
      this.requester = undefined;
      throw error;
    });
  }
}
