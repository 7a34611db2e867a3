/** Whether the work on a run or an erasure still stands in the queues, and what holds it up. */
export interface JobInspector {
  /** `working`: some step of this epoch is waiting or under way. `failed`: one failed and none is. `gone`: neither. */
  stateOf(runId: string, epoch: number): Promise<'working' | 'failed' | 'gone'>;
  /** Lets the last step of a run begin without the optional parts that it still waits for. False: it does not wait. */
  finishWithoutOptionalParts(runId: string, epoch: number): Promise<boolean>;
  /** Whether a service's part of an erasure, as it was last sent, stands in the outbox or in a queue. */
  isErasing(caseId: string, service: string, epoch: number): Promise<boolean>;
}
export const JOB_INSPECTOR = Symbol('JobInspector');
