import { z } from 'zod';
import { Sha256, Slug, Uuid, Versions } from '../primitives';

/** What every job carries: whose it is and which request it serves (W3C trace context). */
export const JobMeta = z.object({
  tenantId: z.string().min(1),
  requestId: z.string().min(1),
  traceparent: z.string().optional(),
});
export type JobMeta = z.infer<typeof JobMeta>;

/** That a run revises another one of the same case, with what a language model read added to the case. */
export const Revision = z.object({
  /** The run that is revised. */
  of: Uuid,
  /** What its list raised as not to be missed and did not exclude: it stays raised. */
  raised: z.array(Slug),
  /** The findings that a language model read and that the revision takes. */
  merged: z.array(Slug),
});
export type Revision = z.infer<typeof Revision>;

/** A job of a run: `epoch` counts how often the reconciler has driven the run again. */
export const RunMeta = JobMeta.extend({
  runId: Uuid,
  caseId: Uuid,
  epoch: z.number().int().min(0),
  versions: Versions,
  acceptedAt: z.iso.datetime(),
  /** Who asked for the run: whose budget a language model is asked on. */
  userId: z.string().min(1).optional(),
  /** The same, as the run's record may say it: a pseudonym that nobody turns back without our keys. */
  askedBy: Sha256.optional(),
  revision: Revision.optional(),
});
export type RunMeta = z.infer<typeof RunMeta>;

/**
 * AES-256-GCM: the data key is wrapped by the key-encryption key `keyId`, so rotation re-wraps keys only. Version 1
 * binds a seal to its tenant, version 2 to its place too.
 */
export const Sealed = z.object({
  v: z.union([z.literal(1), z.literal(2)]),
  keyId: z.string(),
  wrappedKey: z.string(),
  iv: z.string(),
  tag: z.string(),
  data: z.string(),
});
export type Sealed = z.infer<typeof Sealed>;
