import {
  type CaseErased,
  type QUEUES,
  type RunCompleted,
  type RunFailed,
  type RunProgressed,
} from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { BusyFault, type AnyProcessor, type Processor } from '@openrounds/queue';
import { type CaseRegistry } from '../ports/case-registry';
import { type RecordRun } from '../use-cases/record-run';

type Queues = typeof QUEUES;

const LOOK_AGAIN_MS = 50;

const progressed = (record: RecordRun): Processor<Queues, 'gateway', 'run-progressed.v1'> => ({
  queue: 'gateway',
  job: 'run-progressed.v1',
  scrubWhenDone: true,
  handle: async (payload: RunProgressed) => {
    faultPoint('gateway:run-progressed');
    await record.progressed(payload);
    return null;
  },
});

/** A report can overtake those before it: then it waits for them, so that nobody sees a completed run with gaps. */
const completed = (record: RecordRun): Processor<Queues, 'gateway', 'run-completed.v1'> => ({
  queue: 'gateway',
  job: 'run-completed.v1',
  scrubWhenDone: true,
  handle: async (payload: RunCompleted) => {
    if ((await record.completed(payload)) === 'incomplete') {
      throw new BusyFault('a report of this run is still on its way', LOOK_AGAIN_MS);
    }
    faultPoint('gateway:run-completed');
    return null;
  },
});

const failed = (record: RecordRun): Processor<Queues, 'gateway', 'run-failed.v1'> => ({
  queue: 'gateway',
  job: 'run-failed.v1',
  scrubWhenDone: true,
  handle: async (payload: RunFailed) => {
    await record.failed(payload);
    return null;
  },
});

const erased = (cases: CaseRegistry): Processor<Queues, 'gateway', 'case-erased.v1'> => ({
  queue: 'gateway',
  job: 'case-erased.v1',
  handle: async ({ meta, caseId, service }: CaseErased) => {
    await cases.acknowledge(meta.tenantId, caseId, service);
    return null;
  },
});

/**
 * What the other services report; the gateway writes it into its read model and keeps no copy in its queue, so that
 * an erasure has none to look for.
 */
export const runProcessors = (record: RecordRun, cases: CaseRegistry): AnyProcessor<Queues>[] => [
  progressed(record),
  completed(record),
  failed(record),
  erased(cases),
];
