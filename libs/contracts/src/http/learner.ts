import { z } from 'zod';
import { Instant, Language, Uuid } from '../primitives';
import { RoomAnswer, RoomScore } from './room';

/**
 * What a learner may agree to: results go into one's own profile (`keep`), the staff of one's classes see practice under
 * the pseudonym (`class`), results are given to research under the pseudonym (`research`).
 */
export const ConsentPurpose = z.enum(['keep', 'class', 'research']);

/** One decision about one purpose. */
export const ConsentInput = z
  .strictObject({
    purpose: ConsentPurpose,
    granted: z.boolean(),
    /** Of the text that was shown when the decision was made. */
    textVersion: z.number().int().min(1).max(10_000),
  })
  .meta({ id: 'ConsentInput', example: { purpose: 'class', granted: true, textVersion: 1 } });
export const ConsentInputs = z
  .array(ConsentInput)
  .max(ConsentPurpose.options.length)
  .refine((all) => new Set(all.map(({ purpose }) => purpose)).size === all.length, {
    message: 'each purpose once',
    params: { code: 'purpose-repeated' },
  });
export const RecordConsentsInput = z.strictObject({ consents: ConsentInputs.min(1) }).meta({
  id: 'RecordConsentsInput',
  example: { consents: [{ purpose: 'class', granted: true, textVersion: 1 }] },
});

/** What holds now. Without a decision `at` and `textVersion` are null, and the default of the purpose holds. */
export const Consent = z.object({
  purpose: ConsentPurpose,
  granted: z.boolean(),
  at: Instant.nullable(),
  textVersion: z.number().int().nullable(),
});
export const Consents = z.object({ consents: z.array(Consent) }).meta({ id: 'Consents' });

const ClassOfMine = z.object({
  id: Uuid,
  name: z.string().nullable(),
  language: Language,
  joinedAt: Instant,
});
export const Me = z
  .object({
    id: Uuid,
    pseudonym: z.string().meta({ description: 'what others see of this learner' }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'as chosen when joining; shown to the staff of a class' }),
    account: z.boolean().meta({ description: 'false: known by the token of a class alone' }),
    createdAt: Instant,
    consents: z.array(Consent),
    classes: z.array(ClassOfMine),
  })
  .meta({ id: 'Me' });

const ofRound = { roundId: Uuid, attempt: z.number().int() };
/** A line of the export of all that is held of a learner. */
export const ExportLine = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('learner'),
      id: Uuid,
      subject: z.string().nullable(),
      pseudonym: z.string(),
      name: z.string().nullable(),
      createdAt: Instant,
      lastSeenAt: Instant,
    }),
    z.object({
      kind: z.literal('consent'),
      purpose: ConsentPurpose,
      granted: z.boolean(),
      textVersion: z.number().int(),
      at: Instant,
    }),
    z.object({
      kind: z.literal('membership'),
      classId: Uuid,
      className: z.string().nullable().meta({ description: 'null where its seal cannot be opened' }),
      team: z.number().int().nullable(),
      joinedAt: Instant,
      leftAt: Instant.nullable(),
    }),
    z.object({
      kind: z.literal('room'),
      roomId: Uuid,
      participantId: Uuid,
      number: z.number().int(),
      name: z.string().nullable(),
      answers: z.array(
        z.object({
          ...ofRound,
          revision: z.number().int(),
          late: z.boolean(),
          committedAt: Instant,
          receivedAt: Instant,
          answer: RoomAnswer,
        }),
      ),
      scores: z.array(RoomScore.extend(ofRound)),
    }),
  ])
  .meta({ id: 'ExportLine' });

export type ConsentPurpose = z.infer<typeof ConsentPurpose>;
export type ConsentInput = z.infer<typeof ConsentInput>;
export type Consent = z.infer<typeof Consent>;
export type Consents = z.infer<typeof Consents>;
export type Me = z.infer<typeof Me>;
export type ExportLine = z.infer<typeof ExportLine>;
