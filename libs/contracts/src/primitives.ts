import { z } from 'zod';

/** Postgres cannot hold NUL, UTF-8 cannot hold half a surrogate pair; either is damage, not content. */
export const isWholeText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
const NOT_WHOLE = {
  error: 'contains a NUL character or half of a surrogate pair',
  params: { code: 'damaged-text' },
};
/** Free text of at most `max` UTF-16 units. */
export const freeText = (max: number) => z.string().max(max).refine(isWholeText, NOT_WHOLE);

/** Versions of a case are counted from 1, in 32 bits. */
export const LATEST_CASE_VERSION = 2_147_483_647;
export const CaseVersion = z.number().int().min(1).max(LATEST_CASE_VERSION);
/** UUID version 7 (RFC 9562): sortable by time of creation. */
export const Uuid = z.uuid().meta({ description: 'UUIDv7', example: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10' });
/** RFC 3339 instant in UTC. */
export const Instant = z.iso
  .datetime()
  .meta({ description: 'RFC 3339, UTC', example: '2026-11-20T09:00:00.000Z' });
export const Language = z.enum(['en', 'zh']).meta({ description: 'BCP 47' });
export const Setting = z.enum(['primary-care', 'emergency', 'inpatient']);
export const Sex = z.enum(['female', 'male', 'unknown']);
export const Probability = z.number().min(0).max(1);
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, lower-case hexadecimal' });
/** An id of our vocabulary: findings, diseases, tests, states. */
export const Slug = z.string().min(1).max(120);
export const CaseMix = z.enum(['teaching', 'consecutive']).meta({
  description: '`consecutive`: patients as they come; `teaching`: priors tempered by the calibrated α',
});

export type Language = z.infer<typeof Language>;
export type Setting = z.infer<typeof Setting>;
export type Sex = z.infer<typeof Sex>;
export type CaseMix = z.infer<typeof CaseMix>;

/** What produced an answer: enough to compute it again years later. */
export const Versions = z
  .object({
    engine: z.string(),
    knowledge: z.string(),
    calibration: z.string(),
    guidelines: z.string(),
    api: z.string(),
    llm: z.string().nullable(),
  })
  .meta({ id: 'Versions' });
export type Versions = z.infer<typeof Versions>;

/** Cursor-paged list, as every list of the API answers. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});

/** Version of the public contract; raised when something is added, never to break what stands. */
export const API_VERSION = '1.0.0';
