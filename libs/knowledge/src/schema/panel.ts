import { z } from 'zod';
import { idSchema, lineOfTextSchema } from './primitives';

const settingOfFindingSchema = z
  .strictObject({
    finding: idSchema,
    presence: z.enum(['present', 'absent']).optional(),
    state: idSchema.optional(),
  })
  .refine(
    (entry) => (entry.presence === undefined) !== (entry.state === undefined),
    'a panel sets either a presence or a state',
  );

/** An entry of `panels.yaml`: what a phrase such as "chest clear" says about several findings at once. */
export const panelSchema = z.strictObject({
  id: idSchema,
  phrases: z.strictObject({
    en: z.array(lineOfTextSchema).default([]),
    zh: z.array(lineOfTextSchema).default([]),
  }),
  sets: z.array(settingOfFindingSchema).min(1),
  certainty: z.number().min(0.5).max(1).default(0.8),
});

export type Panel = z.output<typeof panelSchema>;
