import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { DIST } from '../build/places.mjs';

const { openQueues } = createRequire(import.meta.url)(join(DIST, 'libs', 'queue', 'src', 'index.js'));

/** As many steps as a run has services to pass through on its way: see docs/life-of-a-run.md. */
export const STEPS = ['bench-1', 'bench-2', 'bench-3', 'bench-4', 'bench-5'];

const meta = z.object({ tenantId: z.string(), requestId: z.string() });
const step = { payload: z.object({ meta, runId: z.string() }), result: z.null() };
const map = Object.fromEntries(STEPS.map((queue) => [queue, { 'step.v1': step }]));

/** Messages are signed here as they are in the product; the processes of the chain know the same key. */
const signing = { current: 'bench', keys: new Map([['bench', Buffer.alloc(32, 'bench')]]) };

/** The product's own queue library, on the product's own queue database. */
export const openChain = (url) =>
  openQueues({ map, signing, backend: { kind: 'postgres', url, poolSize: 6 } });

export const payloadOf = (runId) => ({ meta: { tenantId: 'bench', requestId: runId }, runId });

/** A handler that does nothing but say that its step is done. */
export const stepHandler = (index, done) => ({
  queue: STEPS[index],
  job: 'step.v1',
  handle: async ({ runId }) => {
    await done(runId);
    return null;
  },
});
