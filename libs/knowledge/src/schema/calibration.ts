import { z } from 'zod';
import { lineOfTextSchema } from './primitives';

/** `calibration.yaml`: the frozen engine parameters and how they came about. */
export const calibrationSchema = z.strictObject({
  /** For example `provisional: not fitted`. */
  status: lineOfTextSchema,
  parameters: z.strictObject({
    alpha: z.number().min(0.3).max(1),
    T: z.number().min(1).max(4),
    nu: z.number().gt(0).max(1),
    rho: z.number().min(0).lt(1),
    upsilon: z.number().gt(0).max(1),
    piOther: z.number().min(0.02).max(0.3),
  }),
  fittedOn: z.iso.date().optional(),
  data: z.array(lineOfTextSchema).default([]),
  figures: z.record(z.string(), z.number()).default({}),
});

export type Calibration = z.output<typeof calibrationSchema>;
