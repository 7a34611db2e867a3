import { Inject } from '@nestjs/common';
import {
  tutorJobId,
  type Queues,
  type TutorAnsweredPayload,
  type TutorAnswerPayload,
} from '@openrounds/contracts';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { type JobContext, type JobQueue } from '@openrounds/queue';
import { Handles, JOB_QUEUE, permanently, withKnowledge } from '@openrounds/run-flow';
import { AnswerTutor } from '../use-cases/answer-tutor';
import { faultTold } from '../use-cases/write-narration';
import { decideFault } from './decide-fault';

/** Has a question about a run answered, and tells the gateway what came of it, once. */
@Handles('ddx-ranking-llm', 'tutor-answer.v1')
export class TutorAnswerProcessor {
  /** So that an erasure has no copy to look for. */
  readonly scrubWhenDone = true;

  constructor(
    @Inject(AnswerTutor) private readonly answer: Pick<AnswerTutor, 'execute'>,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue<Queues>, 'enqueue'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(payload: TutorAnswerPayload, { signal }: Pick<JobContext<Queues>, 'signal'>): Promise<null> {
    const outcome = await permanently(() =>
      withKnowledge(payload.meta.acceptedAt, this.clock, () =>
        this.answer.execute(payload, signal).catch(decideFault),
      ),
    );
    faultPoint('ddx-ranking:tutor-answer');
    await this.tell(payload, outcome);
    return null;
  }

  async onFinallyFailed(payload: TutorAnswerPayload | undefined, fault: Error): Promise<void> {
    if (payload !== undefined) await this.tell(payload, { fault: faultTold(fault) });
  }

  private tell(
    { meta, questionId }: TutorAnswerPayload,
    outcome: TutorAnsweredPayload['outcome'],
  ): Promise<void> {
    const jobId = tutorJobId(questionId, 'answered');
    return this.jobs.enqueue('gateway', 'tutor-answered.v1', { meta, questionId, outcome }, { jobId });
  }
}
