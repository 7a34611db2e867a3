import { z } from 'zod';
import { AGE_BAND_NAMES, type AgeBand } from './age-bands';
import { gradeSchema, probabilitySchema, sourceRefSchema } from './primitives';

const sharesSchema = z.strictObject({ female: probabilitySchema, male: probabilitySchema });

/** Share of all presentations by age band and sex; the sixteen shares sum to 1. */
const distributionSchema = z.strictObject(
  Object.fromEntries(AGE_BAND_NAMES.map((band) => [band, sharesSchema])) as Record<
    AgeBand,
    typeof sharesSchema
  >,
);

/** `population.yaml`. */
export const populationSchema = z.strictObject({
  emergency: distributionSchema,
  'primary-care': distributionSchema,
  grade: gradeSchema,
  source: sourceRefSchema,
});

export type Population = z.output<typeof populationSchema>;
export type AgeSexDistribution = z.output<typeof distributionSchema>;
