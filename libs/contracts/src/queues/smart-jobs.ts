import { z } from 'zod';
import { CaseInput, Masked } from '../http/case';
import { RejectionCode } from '../http/import';
import { LaunchSecret } from '../http/lti-launches';
import { EhrConnection, SmartFault } from '../http/smart';
import { Instant, Uuid } from '../primitives';
import { JobMeta } from './meta';

/** Whether a launch from this FHIR server would be taken at all, of whatever tenant; nothing is asked of it. */
export const KnowsFhirServerPayload = z.object({ meta: JobMeta, fhirBaseUrl: z.string().max(2_000) });
export const KnownFhirServer = z.object({ registered: z.boolean() });
export const ReadSmartKeySetPayload = z.object({ meta: JobMeta });
export const ListEhrConnectionsPayload = z.object({
  meta: JobMeta,
  limit: z.number().int(),
  before: Uuid.optional(),
});
export const EhrConnections = z.object({ items: z.array(EhrConnection), more: z.boolean() });

/**
 * Launches, codes, tokens and what is read of a record cross sealed at `givenLaunch` and `toldLaunch`, as
 * `SealedLaunchPayload` does. Refused: `not-found`, `ehr-unavailable`.
 */
export const GivenEhrImport = z.object({
  subject: z.string(),
  connectionId: Uuid.nullable(),
  issuer: z.string().nullable(),
  /** Null: the EHR asks which patient is meant. */
  launch: z.string().nullable(),
});
export const ToldEhrImport = z.object({
  id: Uuid,
  authorizationUrl: z.string(),
  expiresAt: Instant,
  /** What the browser keeps. */
  secret: LaunchSecret,
});
/** What the browser brought back. */
export const GivenEhrReturn = z.object({
  state: z.string(),
  code: z.string().nullable(),
  error: z.string().nullable(),
  secret: LaunchSecret.nullable(),
});
export const ToldEhrReturn = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('import'), importId: Uuid }),
  z.object({ outcome: z.literal('run'), runId: Uuid }),
  z.object({ outcome: z.literal('refused'), code: SmartFault }),
]);

/** Of whoever began it; refused with `not-found`. Read, it is told sealed; dropped, it is gone: twice does no harm. */
export const OfEhrImportPayload = z.object({ meta: JobMeta, importId: Uuid, subject: z.string() });
/** What was not taken, in codes; the detail names codes and ids, never text of the record. */
export const CodedEhrRejection = z.object({
  code: RejectionCode,
  detail: z.object({
    coding: z.string().optional(),
    findingId: z.string().optional(),
    kind: z.string().optional(),
  }),
  count: z.number().int(),
});
/** What was read of a record: codes, age and sex; identities are counted. */
export const CodedEhrPreview = z.object({
  /** Null: nothing of it could be used. */
  case: CaseInput.nullable(),
  rejected: z.array(CodedEhrRejection),
  masked: z.array(Masked),
  resources: z.number().int(),
  complete: z.boolean(),
});
export const ToldEhrState = z.object({
  connection: EhrConnection,
  state: z.enum(['authorizing', 'reading', 'ready', 'failed']),
  fault: SmartFault.nullable(),
  missingScopes: z.array(z.string()),
  preview: CodedEhrPreview.nullable(),
  expiresAt: Instant,
});

/** Reads the record that an EHR granted. */
export const ReadEhrPayload = z.object({ meta: JobMeta, importId: Uuid });

/** Reads what a call by CDS Hooks did not bring, by the token that came with it. The token is not kept. */
export const GivenPrefetch = z.object({ clientId: Uuid, patientId: z.string(), accessToken: z.string() });
/** Null: it could not be read in time, or not enough of it. */
export const ToldPrefetch = z.object({ preview: CodedEhrPreview.nullable() });

/** The secret that an EHR knows us by, on its way to integration: sealed at `givenLaunch`. */
export const GivenEhrSecret = z.string();

export type KnowsFhirServerPayload = z.infer<typeof KnowsFhirServerPayload>;
export type KnownFhirServer = z.infer<typeof KnownFhirServer>;
export type ReadSmartKeySetPayload = z.infer<typeof ReadSmartKeySetPayload>;
export type ListEhrConnectionsPayload = z.infer<typeof ListEhrConnectionsPayload>;
export type EhrConnections = z.infer<typeof EhrConnections>;
export type GivenEhrImport = z.infer<typeof GivenEhrImport>;
export type ToldEhrImport = z.infer<typeof ToldEhrImport>;
export type GivenEhrReturn = z.infer<typeof GivenEhrReturn>;
export type ToldEhrReturn = z.infer<typeof ToldEhrReturn>;
export type OfEhrImportPayload = z.infer<typeof OfEhrImportPayload>;
export type CodedEhrRejection = z.infer<typeof CodedEhrRejection>;
export type CodedEhrPreview = z.infer<typeof CodedEhrPreview>;
export type ToldEhrState = z.infer<typeof ToldEhrState>;
export type ReadEhrPayload = z.infer<typeof ReadEhrPayload>;
export type GivenPrefetch = z.infer<typeof GivenPrefetch>;
export type ToldPrefetch = z.infer<typeof ToldPrefetch>;
