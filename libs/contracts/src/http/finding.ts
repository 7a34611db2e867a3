import { z } from 'zod';
import { codeText, maskedText, Slug, Unit } from '../primitives';

const MAX_QUOTE = 20_000;

export const Presence = z.enum(['present', 'absent', 'unknown']);
export const Assertion = z.enum([
  'current',
  'historical',
  'family',
  'other-person',
  'conditional',
  'planned',
]);
export const FindingSource = z.object({
  kind: z.enum(['coded', 'text', 'panel', 'proposed']),
  start: z.number().int().min(0).optional().meta({ description: 'Unicode code points' }),
  end: z.number().int().min(0).optional().meta({ description: 'exclusive' }),
  quote: z.string().optional(),
  proposedBy: z.literal('language-model').optional().meta({
    description: 'who proposed it to the person who accepted it, or to the revision of a run that took it',
  }),
});
/** As it is sent in. The quotation stands in a text that we may never have seen: it is dropped. */
const FindingSourceInput = FindingSource.extend({ quote: maskedText(MAX_QUOTE).optional() });

/** A code of a public terminology: HPO, LOINC or an ICD-10 symptom code. */
export const Coding = z
  .strictObject({ system: z.enum(['HPO', 'LOINC', 'ICD-10']), code: codeText(/^[\w.:-]{1,40}$/) })
  .meta({ id: 'Coding', example: { system: 'HPO', code: 'HP:0002094' } });

export const FindingValue = z.union([
  z.strictObject({ number: z.number(), unit: Unit }),
  z.strictObject({ code: Slug }),
]);

/** What can be said of a finding. */
export const findingFields = {
  presence: Presence.optional().meta({
    description: 'required for binary findings, not allowed for categorical ones',
  }),
  value: FindingValue.optional().meta({
    description: 'for categorical findings: a state, or a quantity with its unit',
  }),
  certainty: z.number().min(0.5).max(1).optional().meta({ description: '0.5 says nothing, 1 is certain' }),
  assertion: Assertion.optional(),
  note: maskedText(500).optional(),
};

/** A finding as it is sent in: by our id, or by a code of a public terminology (`system`, `code`) in its place. */
export const FindingInput = z
  .strictObject({
    findingId: z.union([Slug, Coding]).optional(),
    system: Coding.shape.system.optional(),
    code: Coding.shape.code.optional(),
    ...findingFields,
    source: FindingSourceInput.optional(),
  })
  .refine((f) => (f.findingId === undefined) === (f.system !== undefined && f.code !== undefined), {
    path: ['findingId'],
    message: 'give a findingId, or a system and a code in its place',
    params: { code: 'finding-not-named' },
  })
  .transform(({ findingId, ...finding }) =>
    typeof findingId === 'object'
      ? { ...finding, ...findingId }
      : { ...finding, ...(findingId && { findingId }) },
  )
  .meta({ id: 'FindingInput', example: { findingId: 'pleuritic-chest-pain', presence: 'present' } });

/** A finding as the product understood it. */
export const Finding = z
  .object({
    findingId: Slug,
    name: z.string().optional(),
    ...findingFields,
    source: FindingSource.optional(),
  })
  .meta({ id: 'Finding', example: { findingId: 'pleuritic-chest-pain', presence: 'present', certainty: 1 } });

export type Presence = z.infer<typeof Presence>;
export type Assertion = z.infer<typeof Assertion>;
export type Coding = z.infer<typeof Coding>;
export type FindingInput = z.infer<typeof FindingInput>;
export type Finding = z.infer<typeof Finding>;
