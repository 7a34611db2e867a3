import { assertJobId, parseToSend, requireContract } from '../contract';
import { type Flow, type FlowJob, type FlowProducer } from '../ports/flow-producer';
import { type QueueMap, type QueueName } from '../ports/queue-map';
import { type RetentionPolicy } from '../policy';
import { type BullBackend, type BullFlowNode, type BullFlowProducer } from './backend';
import { type ChildRef, Envelope, envelopeText } from './envelope';
import { type RetryPolicies, jobOptions, retryPolicy } from './job-options';
import { MadeWhenNeeded } from './made-when-needed';
import { type MessagePlace, MessageRefused, type MessageSigner } from './message-signer';
import { type QueueCache } from './queue-cache';
import { answered, within } from './within';

/** {@link FlowProducer} on BullMQ. */
export class BullFlows<M extends QueueMap> implements FlowProducer<M> {
  private readonly producer: MadeWhenNeeded<BullFlowProducer>;

  constructor(
    private readonly map: M,
    private readonly backend: BullBackend,
    private readonly queues: QueueCache,
    private readonly retry: RetryPolicies<M>,
    private readonly retention: RetentionPolicy,
    private readonly signer: MessageSigner,
    onError: (error: Error) => void,
  ) {
    this.producer = new MadeWhenNeeded(() => backend.flowProducer(onError));
  }

  /**
   * A flow is added as a whole, so a parent that is known has all its children. Adding children again whose
   * retention is over would run them a second time, hence the look before; two that look at the same moment
   * both add, and the backend leaves jobs with a known id alone.
   */
  async enqueueFlow(flow: Flow<M>): Promise<void> {
    const children = flow.children.map((child) => this.node(child, { ignoreDependencyOnFailure: true }));
    const parent = this.node(flow.parent, {}, flow.children);
    await answered(flow.parent.queue, this.addOnce(flow.parent, { ...parent, children }));
  }

  releaseParent(queue: QueueName<M>, jobId: string): Promise<boolean> {
    return answered(queue, this.release(queue, jobId));
  }

  private async addOnce({ queue, jobId }: FlowJob<M>, node: BullFlowNode): Promise<void> {
    if (await this.queues.get(queue).getJob(jobId)) return;
    await this.producer.get().add(node);
  }

  private async release(queue: string, jobId: string): Promise<boolean> {
    const parent = await this.queues.get(queue).getJob(jobId);
    if (parent === undefined || (await parent.getState()) !== 'waiting-children') return false;
    for (const child of this.childrenOf({ kind: 'job', queue, job: parent.name, id: jobId }, parent.data)) {
      const job = await this.queues.get(child.queue).getJob(child.jobId);
      if (job !== undefined && !(await job.isCompleted()) && !(await job.isFailed())) {
        await job.removeChildDependency();
      }
    }
    return true;
  }

  /** Of a parent that was not signed none are known: it is refused when its turn comes. */
  private childrenOf(place: MessagePlace, data: unknown): readonly ChildRef[] {
    try {
      const envelope = this.signer.open(place, data, Envelope);
      return 'children' in envelope ? (envelope.children ?? []) : [];
    } catch (error) {
      if (error instanceof MessageRefused) return [];
      throw error;
    }
  }

  async close(): Promise<void> {
    await within(this.producer.close(), this.backend.closeMs());
  }

  private node(
    { queue, job, payload, jobId }: FlowJob<M>,
    options: { readonly ignoreDependencyOnFailure?: boolean },
    children: readonly FlowJob<M>[] = [],
  ): BullFlowNode {
    assertJobId(jobId, queue, job);
    const { text } = parseToSend(requireContract(this.map, queue, job).payload, payload, queue, job);
    const refs = children.map((child) => ({ queue: child.queue, job: child.job, jobId: child.jobId }));
    const place = { kind: 'job', queue, job, id: jobId } as const;
    const data = this.signer.sign(place, envelopeText(text, { children: refs }));
    const opts = { ...jobOptions(jobId, retryPolicy(this.retry, queue, job), this.retention), ...options };
    return { queueName: queue, name: job, data, opts };
  }
}
