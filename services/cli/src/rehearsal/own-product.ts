/** Services of the product that are struck. */
export type Struck = 'gateway' | 'teaching';

/** A product of one's own, with its data in a folder that is removed: one may do to it what a hall's computer does by itself. */
export interface OwnProduct {
  /** Its address. */
  readonly server: string;
  readonly teacherKey: string;
  /** Resident memory of a service in MB; null where the system does not tell. */
  memoryMb(service: Struck): number | null;
  /**
   * Kills a service (SIGKILL) and resolves when it is gone: the gateway at once, teaching between its next commit of answers
   * and its reply.
   */
  kill(service: Struck): Promise<void>;
  /** Starts what was killed; resolves when it is ready. */
  revive(service: Struck): Promise<void>;
  /** Stops all services where they are (SIGSTOP) and lets them go on after so many seconds. */
  sleep(seconds: number): Promise<void>;
  /** Starts another gateway beside the first. */
  secondGateway(): Promise<{ readonly server: string; kill(): Promise<void> }>;
  stop(): Promise<void>;
}
