import { z } from 'zod';
import { codeText, Instant, passingText, Uuid } from '../primitives';
import { ImportDocument } from './import';

/** The hooks of CDS Hooks 2.0 that a service of ours is called by. */
export const CdsHook = z.enum(['patient-view', 'order-select', 'order-sign']);
export const CdsServiceId = z.enum([
  'openrounds-differential',
  'openrounds-order-value',
  'openrounds-before-signing',
]);

export const CdsServices = z
  .object({
    services: z.array(
      z.object({
        id: CdsServiceId,
        hook: CdsHook,
        title: z.string(),
        description: z.string(),
        prefetch: z
          .record(z.string(), z.string())
          .meta({ description: 'FHIR queries by the key of the answer' }),
      }),
    ),
  })
  .meta({ id: 'CdsServices' });

/** An id of FHIR R4. */
const FhirId = codeText(/^[A-Za-z0-9.-]{1,64}$/);
const Token = codeText(/^[\x21-\x7e]{1,10000}$/);

export const CdsRequest = z
  .object({
    hook: CdsHook,
    hookInstance: z.uuid(),
    fhirServer: codeText(/^[\x21-\x7e]{1,2000}$/).optional(),
    fhirAuthorization: z
      .object({ access_token: Token })
      .optional()
      .meta({ description: 'Read with where the prefetch is missing; kept for no longer than that' }),
    context: z.object({
      patientId: FhirId,
      selections: z
        .array(codeText(/^[A-Za-z]{1,64}\/[A-Za-z0-9.-]{1,64}$/))
        .max(100)
        .optional()
        .meta({ description: 'Of order-select: which of the draft orders' }),
      draftOrders: ImportDocument.optional().meta({ description: 'Bundle of the orders' }),
    }),
    prefetch: z
      .record(codeText(/^\w{1,60}$/), ImportDocument.nullable())
      .optional()
      .meta({ description: 'FHIR R4, as the service lists it; null where there is none' }),
  })
  .meta({
    id: 'CdsRequest',
    example: {
      hook: 'patient-view',
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { patientId: 'p1' },
      prefetch: {
        patient: { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1968-03-02' },
        conditions: null,
      },
    },
  });

export const CdsCard = z
  .object({
    uuid: Uuid,
    summary: z.string().meta({ description: 'Fewer than 140 characters' }),
    detail: z.string().meta({ description: 'Markdown, with the notice and the versions' }),
    indicator: z.enum(['info', 'warning']),
    source: z.object({
      label: z.string(),
      url: z.string(),
      icon: z.string(),
      topic: z.object({ system: z.string(), code: z.string(), display: z.string() }),
    }),
    links: z
      .array(
        z.object({
          label: z.string(),
          url: z.string(),
          type: z.enum(['absolute', 'smart']),
          appContext: z
            .string()
            .optional()
            .meta({ description: 'Of `smart`: the run that the launch leads to' }),
        }),
      )
      .optional(),
  })
  .meta({ id: 'CdsCard' });
export const CdsCards = z.object({ cards: z.array(CdsCard).max(3) }).meta({ id: 'CdsCards' });

/** What became of cards. A reason is kept by its code; what somebody wrote beside it is counted and dropped. */
export const CdsFeedback = z
  .object({
    feedback: z
      .array(
        z.object({
          card: z.uuid(),
          outcome: z.enum(['accepted', 'overridden']),
          overrideReason: z
            .object({
              reason: z
                .object({
                  system: codeText(/^[\x21-\x7e]{1,300}$/).optional(),
                  code: codeText(/^[\x21-\x7e]{1,100}$/),
                })
                .optional(),
              userComment: passingText(10_000).optional(),
            })
            .optional(),
          outcomeTimestamp: z.iso.datetime({ offset: true }),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({
    id: 'CdsFeedback',
    example: {
      feedback: [
        {
          card: '4e0a3a1e-3283-4575-ab82-028d55fe2719',
          outcome: 'overridden',
          outcomeTimestamp: '2026-11-22T10:05:31Z',
        },
      ],
    },
  });

/** One piece of feedback as it is kept. */
export const KeptCdsFeedback = z.object({
  card: z.uuid(),
  outcome: z.enum(['accepted', 'overridden']),
  reason: z.object({ system: z.string().nullable(), code: z.string() }).nullable(),
  commented: z.boolean(),
  at: Instant,
});

export type CdsHook = z.infer<typeof CdsHook>;
export type CdsServiceId = z.infer<typeof CdsServiceId>;
export type CdsServices = z.infer<typeof CdsServices>;
export type CdsRequest = z.infer<typeof CdsRequest>;
export type CdsCard = z.infer<typeof CdsCard>;
export type CdsCards = z.infer<typeof CdsCards>;
export type CdsFeedback = z.infer<typeof CdsFeedback>;
export type KeptCdsFeedback = z.infer<typeof KeptCdsFeedback>;
