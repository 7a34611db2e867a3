import { z } from 'zod';

/** RFC 9457 problem details, with the pointers (RFC 6901) of what was wrong in the body. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: 'Problem',
    example: {
      type: '/problems/invalid-request',
      title: 'The request is well-formed but not valid',
      status: 422,
      errors: [
        { pointer: '/case/patient/age/value', code: 'value-impossible', message: 'older than 130 years' },
      ],
    },
  });
export type Problem = z.infer<typeof Problem>;
