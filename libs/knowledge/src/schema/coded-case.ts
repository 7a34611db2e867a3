import { z } from 'zod';
import { caseKeySchema, casePatientSchema, caseSettingSchema, codedFactsSchema } from './coded-facts';
import { idSchema, lineOfTextSchema } from './primitives';

/**
 * An entry of `coded-cases/*.yaml`: a case without text, against which the ranking is measured. It is never part of
 * the bundle, and no number is shaped after it.
 */
export const codedCaseSchema = z.strictObject({
  id: idSchema,
  /** Whom the coder had in mind, in a line. */
  note: lineOfTextSchema.optional(),
  patient: casePatientSchema,
  setting: caseSettingSchema,
  findings: codedFactsSchema.refine(
    (facts) => Object.keys(facts).length > 0,
    'a case has at least one finding',
  ),
  key: caseKeySchema,
});

export type CodedCase = z.output<typeof codedCaseSchema>;
