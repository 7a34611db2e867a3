import { Inject } from '@nestjs/common';
import { roleJobId, type PlayRolePayload, type Queues } from '@openrounds/contracts';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { type JobContext, type JobQueue } from '@openrounds/queue';
import { Handles, JOB_QUEUE, permanently, withKnowledge } from '@openrounds/run-flow';
import { PlayRole, type SealedRolePlayed } from '../use-cases/play-role';
import { faultTold } from '../use-cases/write-narration';
import { decideFault } from './decide-fault';

/** Has a role of the language model played for teaching, and tells teaching what came of it, once. */
@Handles('ddx-ranking-llm', 'play-role.v1')
export class PlayRoleProcessor {
  /** So that an erasure has no copy to look for. */
  readonly scrubWhenDone = true;

  constructor(
    @Inject(PlayRole) private readonly playRole: Pick<PlayRole, 'execute'>,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue<Queues>, 'enqueue'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(payload: PlayRolePayload, { signal }: Pick<JobContext<Queues>, 'signal'>): Promise<null> {
    const played = await permanently(() =>
      withKnowledge(payload.meta.acceptedAt, this.clock, () =>
        this.playRole.execute(payload, signal).catch(decideFault),
      ),
    );
    faultPoint('ddx-ranking:play-role');
    await this.tell(payload, played);
    return null;
  }

  async onFinallyFailed(payload: PlayRolePayload | undefined, fault: Error): Promise<void> {
    if (payload !== undefined) await this.tell(payload, { fault: faultTold(fault) });
  }

  private tell({ meta, role, roleRequestId }: PlayRolePayload, played: SealedRolePlayed): Promise<void> {
    const { tenantId, requestId, traceparent } = meta;
    const told = {
      meta: { tenantId, requestId, ...(traceparent === undefined ? {} : { traceparent }) },
      role,
      roleRequestId,
      ...played,
    };
    const jobId = roleJobId(roleRequestId, 'played');
    return this.jobs.enqueue('teaching', 'role-played.v1', told, { jobId });
  }
}
