import { randomBytes } from 'node:crypto';
import {
  DEFAULT_RECOVERY,
  type Queues,
  type QueuesOptions,
  type RecoveryPolicy,
  openQueues,
} from '../../src/index';
import { testQueueKeys } from '@openrounds/testing';
import { TEST_QUEUES, type TestQueues } from './test-queues';

export type BackendOptions = QueuesOptions<TestQueues>['backend'];

/** A backend that the conformance suite runs against. */
export interface BackendUnderTest {
  readonly options: BackendOptions;
  /** Everything the backend holds, as text: to prove that something is nowhere in it. */
  dump(): Promise<string>;
  dispose(): Promise<void>;
}

/** A lock that a busy machine does not outlast: for tests in which no worker is to be taken for dead. */
export const PATIENT_RECOVERY: RecoveryPolicy = {
  ...DEFAULT_RECOVERY,
  lockDurationMs: 30_000,
  stalledIntervalMs: 300,
  reportAgainMs: 50,
};

/** Recovery within about a second, for tests that take a worker away. */
export const FAST_RECOVERY: RecoveryPolicy = { ...PATIENT_RECOVERY, lockDurationMs: 800 };

/** Opens queues that retry at once. */
export function open(
  backend: BackendUnderTest,
  options: Partial<QueuesOptions<TestQueues>> = {},
): Promise<Queues<TestQueues>> {
  const eager = { attempts: 3, backoffMs: 5 };
  return openQueues({
    map: TEST_QUEUES,
    backend: backend.options,
    signing: testQueueKeys(),
    retry: {
      scales: { 'weigh.v1': eager, 'report.v1': eager },
      slow: { 'weigh.v1': eager },
      office: { 'sum-up.v1': eager },
    },
    recovery: PATIENT_RECOVERY,
    ...options,
  });
}

/** Job ids of a test must not meet those of another. */
export const newId = (step: string): string => `${randomBytes(6).toString('hex')}-${step}-0`;
