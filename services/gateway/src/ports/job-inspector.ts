/** Whether a run's work still stands in the queues. */
export interface JobInspector {
  /** `working`: some step of this epoch is waiting or under way. `failed`: one failed and none is. `gone`: neither. */
  stateOf(runId: string, epoch: number): Promise<'working' | 'failed' | 'gone'>;
}
export const JOB_INSPECTOR = Symbol('JobInspector');
