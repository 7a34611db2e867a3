import { z } from 'zod';
import {
  ageYearsSchema,
  bilingualSchema,
  gradeSchema,
  idSchema,
  sexSchema,
  sourceRefSchema,
} from './primitives';

/** A boolean over findings and the patient. An unknown finding makes no leaf true. */
export type RedFlagCondition =
  | { all: RedFlagCondition[] }
  | { any: RedFlagCondition[] }
  | { not: RedFlagCondition }
  | { finding: string; presence: 'present' | 'absent' }
  | { finding: string; states: string[] }
  | { ageYears: [number, number] }
  | { sex: 'female' | 'male' }
  | { pregnant: boolean };

const conditionSchema: z.ZodType<RedFlagCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ finding: idSchema, states: z.array(idSchema).min(1) }),
    z.strictObject({ finding: idSchema, presence: z.enum(['present', 'absent']).default('present') }),
    z.strictObject({ ageYears: ageYearsSchema }),
    z.strictObject({ sex: sexSchema }),
    z.strictObject({ pregnant: z.boolean() }),
  ]),
);

/** An entry of `red-flags/*.yaml`: raises diseases to the must-not-miss list, never lowers one. */
export const redFlagSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  when: conditionSchema,
  raises: z.array(idSchema).min(1),
  grade: gradeSchema,
  source: sourceRefSchema,
});

export type RedFlag = z.output<typeof redFlagSchema>;
