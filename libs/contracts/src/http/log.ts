import { z } from 'zod';
import { codeText, Instant, page, Sha256 } from '../primitives';

/**
 * One leaf of the log. After an erasure record and salt are null; the leaf hash stays. A salt without its record: what is stored is not what
 * was written, and is not given out.
 */
export const LogEntry = z
  .object({
    index: z.number().int().min(0),
    leafHash: Sha256,
    appendedAt: Instant,
    record: z.record(z.string(), z.unknown()).nullable(),
    salt: z.string().nullable(),
    signedRoot: Sha256.optional().meta({
      description:
        'the root that was signed when this entry was the newest; absent where no head was signed then',
    }),
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
    cosignatures: z.array(z.string()).meta({
      description:
        'lines that witnesses signed (C2SP tlog-cosignature); each ends with a line feed and goes below the note',
    }),
  })
  .meta({ id: 'LogCheckpoint' });

export const CheckpointQuery = z.object({
  witnessed: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: '`true`: the newest head that a witness signed' }),
});

/** `— name base64(key id ‖ time ‖ signature)`: 4, 8 and 64 bytes (C2SP tlog-cosignature, Ed25519). */
const CosignatureLine = codeText(/^— [^\s+]{1,200} [A-Za-z0-9+/]{102}==$/);

export const AddCosignatureInput = z
  .object({
    size: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).meta({
      description: 'of the head that was signed',
    }),
    cosignature: CosignatureLine.meta({ description: 'the line of the note, without its line feed' }),
  })
  .meta({
    id: 'AddCosignatureInput',
    example: {
      size: 20_852_163,
      cosignature:
        '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==',
    },
  });

/** A witness's signature below a head of the log. */
export const Cosignature = z
  .object({ size: z.number().int().min(0), witness: z.string(), signedAt: Instant })
  .meta({ id: 'Cosignature' });

const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const InclusionQuery = z.object({
  index: place,
  size: place.optional().meta({ description: 'of the tree that is to hold the entry; default: of now' }),
});

/** That an entry stands in the log: an audit path (RFC 6962, section 2.1.1). */
export const InclusionProof = z
  .object({
    index: z.number().int().min(0),
    size: z.number().int().min(1),
    leafHash: Sha256,
    rootHash: Sha256,
    path: z.array(Sha256).meta({ description: 'lowest first' }),
  })
  .meta({ id: 'InclusionProof' });

export const ConsistencyQuery = z.object({
  from: place,
  to: place.optional().meta({ description: 'size of the later tree; default: of now' }),
});

/** That a tree grew out of an earlier one by appending alone (RFC 6962, section 2.1.2). */
export const ConsistencyProof = z
  .object({
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    fromRootHash: Sha256,
    toRootHash: Sha256,
    path: z.array(Sha256),
  })
  .meta({ id: 'ConsistencyProof' });

/** The record as it was frozen when the run ended. */
export const Explanation = z
  .object({
    index: z.number().int(),
    leafHash: Sha256,
    salt: z.string(),
    record: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Explanation' });

/** A record of the log with all that proves it, in a file of its own: canonical JSON and a line feed. */
export const RecordFile = z
  .object({
    format: z.literal('openrounds-record/1'),
    record: z.record(z.string(), z.unknown()),
    salt: z.string(),
    index: z.number().int().min(0),
    leafHash: Sha256,
    size: z.number().int().min(1).meta({ description: 'of the tree that was signed' }),
    path: z.array(Sha256).meta({ description: 'audit path (RFC 6962, section 2.1.1), lowest first' }),
    note: z.string().meta({ description: 'the checkpoint of that size as a signed note (C2SP)' }),
    publicKey: z.string().meta({ description: 'verifier key of the note: name+hash+key' }),
  })
  .meta({ id: 'RecordFile' });

/** What an answer gives when it is computed again from its record. */
export const Replay = z
  .object({
    identical: z.boolean().meta({ description: 'to the last byte, as canonical JSON (RFC 8785)' }),
    differences: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'JSON pointer into the record' }),
          recorded: z.string().optional(),
          now: z.string().optional(),
        }),
      )
      .max(50)
      .meta({
        description: 'canonical JSON of both sides, cut after 200 characters; absent where one has nothing',
      }),
    truncated: z.boolean().meta({ description: 'whether there are more differences than are listed' }),
    engine: z.object({ recorded: z.string(), now: z.string() }),
    knowledge: z.string().meta({ description: 'the knowledge version, that of the record' }),
    reason: z.enum(['engine-version']).optional().meta({
      description: 'why it may differ: the version of the engine that the record names is not here any more',
    }),
  })
  .meta({ id: 'Replay' });

export type LogEntry = z.infer<typeof LogEntry>;
export type LogEntryList = z.infer<typeof LogEntryList>;
export type LogCheckpoint = z.infer<typeof LogCheckpoint>;
export type AddCosignatureInput = z.infer<typeof AddCosignatureInput>;
export type Cosignature = z.infer<typeof Cosignature>;
export type InclusionProof = z.infer<typeof InclusionProof>;
export type ConsistencyProof = z.infer<typeof ConsistencyProof>;
export type Replay = z.infer<typeof Replay>;
export type Explanation = z.infer<typeof Explanation>;
