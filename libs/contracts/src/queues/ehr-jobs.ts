import { z } from 'zod';
import { KeptCdsFeedback } from '../http/cds';
import { EhrClient, EhrClientInput, EhrSmart } from '../http/ehr';
import { Uuid } from '../primitives';
import { JobMeta, Sealed } from './meta';

const OfEhrClient = z.object({ meta: JobMeta, clientId: Uuid });

/** The id is taken if the system is new. Registering twice is registering once. */
export const RegisterEhrClientPayload = OfEhrClient.extend({
  client: EhrClientInput.extend({ smart: EhrSmart.optional() }),
  /** The secret that the EHR knows us by, sealed at `givenLaunch`; left out: the one that is kept stays. */
  secret: Sealed.optional(),
});
export const ListEhrClientsPayload = z.object({
  meta: JobMeta,
  limit: z.number().int(),
  before: Uuid.optional(),
});
/** The newest first. */
export const EhrClients = z.object({ items: z.array(EhrClient), more: z.boolean() });
export const CheckEhrClientPayload = OfEhrClient;
export const RemoveEhrClientPayload = OfEhrClient;

/** Whose call this is; refused as `unauthenticated`, for whatever reason. A token is good once. */
export const VerifyCdsTokenPayload = z.object({
  meta: JobMeta,
  token: z.string().max(10_000),
  /** Addresses of which one must be all that the token is meant for. */
  audiences: z.array(z.string()).min(1),
});
export const CdsCaller = z.object({ tenantId: z.string(), client: EhrClient });
/** Whether pages of an origin may call. */
export const CdsOriginPayload = z.object({ meta: JobMeta, origin: z.string().max(300) });
export const CdsOrigin = z.object({ registered: z.boolean() });
/** Keeps feedback; the same twice is kept once. */
export const RecordCdsFeedbackPayload = OfEhrClient.extend({ feedback: z.array(KeptCdsFeedback) });

export type RegisteredEhr = RegisterEhrClientPayload['client'];
export type RegisterEhrClientPayload = z.infer<typeof RegisterEhrClientPayload>;
export type ListEhrClientsPayload = z.infer<typeof ListEhrClientsPayload>;
export type EhrClients = z.infer<typeof EhrClients>;
export type CheckEhrClientPayload = z.infer<typeof CheckEhrClientPayload>;
export type RemoveEhrClientPayload = z.infer<typeof RemoveEhrClientPayload>;
export type VerifyCdsTokenPayload = z.infer<typeof VerifyCdsTokenPayload>;
export type CdsCaller = z.infer<typeof CdsCaller>;
export type CdsOriginPayload = z.infer<typeof CdsOriginPayload>;
export type CdsOrigin = z.infer<typeof CdsOrigin>;
export type RecordCdsFeedbackPayload = z.infer<typeof RecordCdsFeedbackPayload>;
