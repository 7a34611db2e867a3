import { z } from 'zod';
import { Instant, Slug } from '../primitives';
import { Assertion, findingFields } from './finding';

export const MAX_CORRECTIONS = 200;

/** A stretch of the case's narrative. */
export const NarrativeSpan = z
  .strictObject({
    start: z.number().int().min(0).meta({ description: 'Unicode code points' }),
    end: z.number().int().min(1).meta({ description: 'exclusive' }),
  })
  .refine(({ start, end }) => start < end, {
    path: ['end'],
    message: 'ends before it starts',
    params: { code: 'span-empty' },
  })
  .meta({ id: 'NarrativeSpan', example: { start: 27, end: 46 } });

export const CorrectionAction = z.enum(['accept', 'reject', 'set']).meta({
  description:
    '`accept`: what was understood is right, from now on coded and certain; `reject`: it is not a finding of this patient; `set`: this is how it is',
});

/** What `set` says: as in a finding that is sent in. */
const statement = {
  presence: findingFields.presence,
  value: findingFields.value,
  certainty: findingFields.certainty,
  assertion: Assertion.optional(),
  proposedBy: z.literal('language-model').optional().meta({
    description: 'who proposed it to the person who says so now, or to the revision of a run that took it',
  }),
};

/** A teacher's correction of what was understood. */
export const CorrectionInput = z
  .strictObject({
    action: CorrectionAction,
    span: NarrativeSpan.optional().meta({
      description:
        'with a findingId: where it stands; alone: whatever was read within it (for `set`, the one finding read there)',
    }),
    findingId: Slug.optional(),
    ...statement,
  })
  .refine(({ span, findingId }) => span !== undefined || findingId !== undefined, {
    path: ['findingId'],
    message: 'give a span of the narrative, or a findingId',
    params: { code: 'nothing-to-correct' },
  })
  .superRefine((correction, context) => {
    if (correction.action === 'set') return;
    for (const field of ['presence', 'value', 'certainty', 'assertion', 'proposedBy'] as const) {
      if (correction[field] === undefined) continue;
      context.addIssue({
        code: 'custom',
        path: [field],
        message: 'goes with the action set',
        params: { code: 'goes-with-set' },
      });
    }
  })
  .meta({
    id: 'CorrectionInput',
    example: { action: 'set', findingId: 'haemoptysis', presence: 'absent' },
  });

export const CreateCaseVersionInput = z
  .strictObject({ corrections: z.array(CorrectionInput).min(1).max(MAX_CORRECTIONS) })
  .meta({
    id: 'CreateCaseVersionInput',
    example: {
      corrections: [
        { action: 'accept', span: { start: 23, end: 49 } },
        { action: 'reject', findingId: 'illness-onset' },
        { action: 'set', findingId: 'syncope', presence: 'present', certainty: 0.7 },
      ],
    },
  });

/** A correction as it is kept with the case: of one finding, with what it fixed, and since which version. */
export const Correction = z
  .object({
    action: CorrectionAction,
    findingId: Slug,
    name: z.string().optional(),
    span: NarrativeSpan.optional(),
    ...statement,
    version: z.number().int().min(2).meta({ description: 'the version of the case that it made' }),
    at: Instant,
  })
  .meta({ id: 'Correction' });

/** A correction in codes: which finding, and how it is. Where in the text it stands and when it was made are left out. */
export const CodedCorrection = Correction.omit({ name: true, span: true, at: true });

export type NarrativeSpan = z.infer<typeof NarrativeSpan>;
export type CorrectionAction = z.infer<typeof CorrectionAction>;
export type CorrectionInput = z.infer<typeof CorrectionInput>;
export type CreateCaseVersionInput = z.infer<typeof CreateCaseVersionInput>;
export type Correction = z.infer<typeof Correction>;
export type CodedCorrection = z.infer<typeof CodedCorrection>;
