import { z } from 'zod';

const meta = z.object({ tenantId: z.string(), requestId: z.string(), traceparent: z.string().optional() });
const weigh = { payload: z.object({ meta, kilograms: z.number() }), result: z.object({ grams: z.number() }) };
const report = { payload: z.object({ meta, note: z.string() }), result: z.null() };

/** A small map of its own, so that the suite does not change with the house's. */
export const TEST_QUEUES = {
  scales: { 'weigh.v1': weigh, 'report.v1': report },
  slow: { 'weigh.v1': weigh },
  office: {
    'sum-up.v1': { payload: z.object({ meta, title: z.string() }), result: z.object({ total: z.number() }) },
  },
  'scales-interactive': { 'weigh-now.v1': weigh },
} as const;
export type TestQueues = typeof TEST_QUEUES;

export const META = { tenantId: 'school', requestId: 'req-1', traceparent: '00-aa-bb-01' };
