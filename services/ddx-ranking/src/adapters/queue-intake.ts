import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  type AddedFindings,
  type AddedFindingsPayload,
  type CheckReadingPayload,
  type Queues,
  type ReadingMaterial,
  type RunMeta,
  type RunReading,
} from '@openrounds/contracts';
import { SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { type Requester } from '@openrounds/queue';
import { HOUSE_QUEUES, type HouseQueues } from '@openrounds/run-flow';
import { type Intake } from '../ports/intake';

/** A long text takes a second to be searched, and nobody sits before a screen and waits. */
const DEADLINE_MS = 10_000;

/** Asks case-intake by request and reply. Without a language model nobody asks: replies are listened to once somebody does. */
@Injectable()
export class QueueIntake implements Intake, BeforeApplicationShutdown {
  private requester: Promise<Requester<Queues>> | undefined;

  constructor(
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'INSTANCE_ID'>,
  ) {}

  async readingMaterial(meta: RunMeta): Promise<ReadingMaterial> {
    const requester = await this.opened();
    const options = { deadlineMs: DEADLINE_MS };
    return requester.request('case-intake-interactive', 'reading-material.v1', { meta }, options);
  }

  async checkReading(proposed: CheckReadingPayload): Promise<RunReading> {
    const requester = await this.opened();
    const options = { deadlineMs: DEADLINE_MS };
    return requester.request('case-intake-interactive', 'check-reading.v1', proposed, options);
  }

  async addedFindings(spoken: AddedFindingsPayload): Promise<AddedFindings> {
    const requester = await this.opened();
    const options = { deadlineMs: DEADLINE_MS };
    return requester.request('case-intake-interactive', 'added-findings.v1', spoken, options);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await (await this.requester)?.close();
  }

  /** What could not be opened is tried again by whoever asks next. */
  private opened(): Promise<Requester<Queues>> {
    this.requester ??= this.queues
      .openRequester(`ddx-ranking-${this.config.INSTANCE_ID}`)
      .catch((error: unknown) => {
        this.requester = undefined;
        throw error;
      });
    return this.requester;
  }
}
