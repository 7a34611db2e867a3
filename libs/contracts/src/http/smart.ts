import { z } from 'zod';
import { codeText, Instant, maskedText, page, Uuid } from '../primitives';
import { Lab, Masked, PatientConfirmation, UnderstoodPatient } from './case';
import { Finding } from './finding';
import { Given } from './foreign-address';
import { RejectionCode } from './import';

/** Why a launch by SMART, or the reading after it, came to nothing: a person is told. */
export const SmartFault = z.enum([
  'smart-not-registered',
  'smart-incomplete',
  'smart-expired',
  'smart-other-browser',
  'smart-refused',
  'smart-unreachable',
  'smart-not-understood',
  'smart-no-patient',
  'smart-foreign-link',
  'smart-too-slow',
]);

/** Our public keys (RFC 7517), by which training EHRs know what we signed. */
export const SmartKeySet = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-384'),
        kid: z.string().meta({ description: 'RFC 7638 thumbprint' }),
        alg: z.literal('ES384'),
        use: z.literal('sig'),
        x: z.string(),
        y: z.string(),
      }),
    ),
  })
  .meta({ id: 'SmartKeySet' });

/** A training EHR that a teacher may bring a patient from. */
export const EhrConnection = z.object({ id: Uuid, name: z.string() }).meta({ id: 'EhrConnection' });
export const EhrConnectionList = page(EhrConnection).meta({ id: 'EhrConnectionList' });

/** What an EHR calls one launch of ours. */
const LaunchHandle = codeText(/^[\x21-\x7e]{1,2000}$/);

export const EhrImportInput = z
  .strictObject({
    connectionId: Uuid.optional().meta({ description: 'The EHR asks which patient is meant' }),
    issuer: Given.optional().meta({ description: '`iss` of a launch: the FHIR server, as the EHR calls it' }),
    launch: LaunchHandle.optional().meta({ description: '`launch` of the same' }),
  })
  .refine(
    ({ connectionId, issuer, launch }) =>
      connectionId === undefined
        ? issuer !== undefined && launch !== undefined
        : issuer === undefined && launch === undefined,
    {
      path: ['connectionId'],
      message: 'give a connectionId, or an issuer and a launch',
      params: { code: 'connection-not-named' },
    },
  )
  .meta({ id: 'EhrImportInput', example: { connectionId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10' } });

/** An import that was begun: the browser goes to the EHR, and comes back to `/ehr-imports/{id}` within ten minutes. */
export const BegunEhrImport = z
  .object({
    id: Uuid,
    authorizationUrl: z.string().meta({ description: 'Where this browser goes' }),
    expiresAt: Instant,
  })
  .meta({ id: 'BegunEhrImport' });

/** What was not taken, and why: as many times as it was met. Repeats no text of the record. */
export const EhrRejection = z
  .object({ code: RejectionCode, reason: z.string(), count: z.number().int().min(1) })
  .meta({ id: 'EhrRejection' });

/** What was read of a patient of a training EHR, before it is a case. */
export const EhrPreview = z
  .object({
    patient: UnderstoodPatient,
    findings: z.array(Finding),
    labs: z.array(Lab),
    rejected: z.array(EhrRejection),
    masked: z.array(Masked).meta({ description: 'Identities that the record holds, counted and not taken' }),
    resources: z.number().int().min(0).meta({ description: 'How many were read' }),
    complete: z.boolean().meta({ description: 'False where the record holds more than is read of one' }),
  })
  .meta({ id: 'EhrPreview' });

export const EhrImport = z
  .object({
    id: Uuid,
    connection: EhrConnection,
    state: z
      .enum(['authorizing', 'reading', 'ready', 'failed'])
      .meta({ description: '`authorizing`: the browser has not come back from the EHR' }),
    fault: SmartFault.nullable().meta({ description: 'Why it failed' }),
    missingScopes: z.array(z.string()).meta({ description: 'What was asked for and not granted' }),
    preview: EhrPreview.nullable().meta({ description: 'Null until it is ready' }),
    expiresAt: Instant.meta({ description: 'Nothing of it is there after this, unless it is accepted' }),
    notice: z.string(),
  })
  .meta({ id: 'EhrImport' });

export const AcceptEhrImportInput = z
  .strictObject({ confirmation: PatientConfirmation, title: maskedText(200).optional() })
  .meta({ id: 'AcceptEhrImportInput', example: { confirmation: 'training-record' } });

export type SmartFault = z.infer<typeof SmartFault>;
export type SmartKeySet = z.infer<typeof SmartKeySet>;
export type EhrConnection = z.infer<typeof EhrConnection>;
export type EhrConnectionList = z.infer<typeof EhrConnectionList>;
export type EhrImportInput = z.infer<typeof EhrImportInput>;
export type BegunEhrImport = z.infer<typeof BegunEhrImport>;
export type EhrRejection = z.infer<typeof EhrRejection>;
export type EhrPreview = z.infer<typeof EhrPreview>;
export type EhrImport = z.infer<typeof EhrImport>;
export type AcceptEhrImportInput = z.infer<typeof AcceptEhrImportInput>;
