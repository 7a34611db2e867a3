import { type DeadlineOf } from '@openrounds/queue';
import { z } from 'zod';

const OfARun = z.object({ meta: z.object({ acceptedAt: z.iso.datetime() }) });

/**
 * A job of a run outlives an outage until the run is as old as it may get, counted from its acceptance; then the
 * gateway has ended it anyway. What belongs to no run (an erasure) is never given up.
 */
export const runDeadline =
  (timeoutSeconds: number): DeadlineOf =>
  (payload) => {
    const run = OfARun.safeParse(payload);
    if (!run.success) return undefined;
    return new Date(Date.parse(run.data.meta.acceptedAt) + timeoutSeconds * 1000);
  };
