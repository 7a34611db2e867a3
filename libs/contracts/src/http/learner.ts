import { z } from 'zod';
import { Instant, Language, Uuid } from '../primitives';
import { OwnList } from './assignment';
import { Consent, ConsentPurpose } from './consent';
import { ReleasedFeedback } from './drafts';
import { SaidVoice } from './patient-voice';
import { RoomAnswer, RoomScore } from './room';
import { TutorQuestion } from './tutor';

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

/** One decision about one purpose, of a learner or of a participant of a room. */
const ExportedDecision = z.object({
  purpose: ConsentPurpose,
  granted: z.boolean(),
  textVersion: z.number().int(),
  at: Instant,
});
const ofRound = { roundId: Uuid, attempt: z.number().int() };
const label = z.string().optional().meta({ description: 'says that this is AI-generated' });
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
    ExportedDecision.extend({ kind: z.literal('consent') }),
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
      consents: z.array(ExportedDecision).default([]),
    }),
    z.object({
      kind: z.literal('comment'),
      roomId: Uuid,
      number: z.number().int(),
      text: z.string(),
      at: Instant,
    }),
    z.object({
      kind: z.literal('attempt'),
      attemptId: Uuid,
      assignmentId: Uuid,
      number: z.number().int(),
      startedAt: Instant,
      finishedAt: Instant.nullable(),
      lists: z.array(OwnList),
    }),
    z.object({
      kind: z.literal('patient-question'),
      attemptId: Uuid,
      question: z.string(),
      askedAt: Instant,
      said: SaidVoice.nullable().meta({ description: 'AI-generated; null where nothing was said' }),
      label,
    }),
    ReleasedFeedback.extend({ kind: z.literal('feedback'), roomId: Uuid, roundId: Uuid }),
    TutorQuestion.pick({
      threadId: true,
      status: true,
      question: true,
      createdAt: true,
      sentences: true,
      asksBack: true,
      label: true,
    }).extend({
      kind: z.literal('tutor-question'),
      attemptId: Uuid,
      withheld: z.boolean().meta({ description: 'true while the answer may not be read: it is left out' }),
    }),
  ])
  .meta({ id: 'ExportLine' });

export type Me = z.infer<typeof Me>;
export type ExportLine = z.infer<typeof ExportLine>;
