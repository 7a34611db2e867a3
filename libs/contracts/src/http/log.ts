import { z } from 'zod';
import { Instant, page, Sha256 } from '../primitives';

/** One leaf of the log. After an erasure record and salt are null; the leaf hash stays. */
export const LogEntry = z
  .object({
    index: z.number().int().min(0),
    leafHash: Sha256,
    appendedAt: Instant,
    record: z.record(z.string(), z.unknown()).nullable(),
    salt: z.string().nullable(),
  })
  .meta({ id: 'LogEntry' });

export const LogEntryList = page(LogEntry).meta({ id: 'LogEntryList' });

export const LogCheckpoint = z
  .object({
    origin: z.string(),
    size: z.number().int().min(0),
    rootHash: Sha256,
    note: z.string().meta({ description: 'signed note (C2SP): origin, size, root hash, signature' }),
    publicKey: z.string().meta({ description: 'verifier key of the note: name+hash+key' }),
  })
  .meta({ id: 'LogCheckpoint' });

/** The record as it was frozen when the run ended. */
export const Explanation = z
  .object({
    index: z.number().int(),
    leafHash: Sha256,
    salt: z.string(),
    record: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Explanation' });

export type LogEntry = z.infer<typeof LogEntry>;
export type LogEntryList = z.infer<typeof LogEntryList>;
export type LogCheckpoint = z.infer<typeof LogCheckpoint>;
export type Explanation = z.infer<typeof Explanation>;
