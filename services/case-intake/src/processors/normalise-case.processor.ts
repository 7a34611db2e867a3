import { Inject } from '@nestjs/common';
import {
  CaseInput,
  runJobId,
  type NormaliseCasePayload,
  type Queues,
  SEAL_PLACES,
} from '@openrounds/contracts';
import { CLOCK, faultPoint, Sealer, type Clock } from '@openrounds/platform';
import { type JobQueue } from '@openrounds/queue';
import { Handles, JOB_QUEUE, permanently, RunReporter, withKnowledge } from '@openrounds/run-flow';
import { NormaliseCase } from '../use-cases/normalise-case';

/** First step of a run: understands the case, then hands its coded facts on, and sealed what the gateway will tell. */
@Handles('case-intake', 'normalise-case.v1')
export class NormaliseCaseProcessor {
  /** The payload holds the sealed narrative. */
  readonly scrubWhenDone = true;

  constructor(
    private readonly normalise: NormaliseCase,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue<Queues>,
    private readonly reporter: RunReporter,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ meta, options, stored, input, reading }: NormaliseCasePayload): Promise<null> {
    const { tenantId, runId, caseId } = meta;
    const result = await permanently(() =>
      withKnowledge(meta.acceptedAt, this.clock, () =>
        this.normalise.execute({
          tenantId,
          runId,
          caseId,
          knowledge: meta.versions.knowledge,
          ...(input === null
            ? {}
            : {
                fresh: {
                  input: this.sealer.open(input.sealed, SEAL_PLACES.runInput(tenantId, runId), CaseInput),
                  masked: input.masked,
                },
              }),
          ...optionalVersion(stored),
        }),
      ),
    );
    const { caseVersion, codedCase, facts, understood } = result;
    const isRead = reading === true && (await this.normalise.holdsText(result));
    faultPoint('case-intake:normalise-case');
    await this.jobs.enqueue(
      'ddx-ranking',
      'rank-differential.v1',
      {
        meta,
        options,
        caseVersion,
        codedCase,
        facts,
        ...(isRead && { reading: true }),
        understood: {
          type: 'understood',
          caseVersion,
          sealed: this.sealer.seal(understood, SEAL_PLACES.runUnderstood(tenantId, runId)),
        },
      },
      { jobId: runJobId(runId, 'rank-differential.v1', meta.epoch) },
    );
    return null;
  }

  async onFinallyFailed(payload: NormaliseCasePayload | undefined, fault: Error): Promise<void> {
    if (payload !== undefined) await this.reporter.failed(payload.meta, fault);
  }
}

const optionalVersion = (stored: NormaliseCasePayload['stored']): { caseVersion?: number } =>
  stored === null || stored.caseVersion === null ? {} : { caseVersion: stored.caseVersion };
