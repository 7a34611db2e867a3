import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../errors/error-codes';
import { ConsentInputs } from '../http/consent';
import {
  CodedMine,
  CodedRoom,
  CodedRoomState,
  CodedTeacherRoomState,
  Comment,
  CreateRoomInput,
  MAX_ROUNDS,
  PlannedRound,
  PublicRoom,
  RoomActInputs,
  RoomAnswer,
  RoomCode,
  RoomProgress,
  RoomResultRow,
  SubmissionReceipt,
} from '../http/room';
import { Instant, Language, Sha256, Uuid, Versions } from '../primitives';
import { JobMeta, Sealed } from './meta';
import { Asker } from './teaching-jobs';

/** Most joins or answers of one batch. */
export const MAX_ROOM_BATCH = 100;
/** Most participants whose own part is read at once: each may have forty answers. */
export const MAX_MINE_BATCH = 8;

const OfRoom = z.object({ meta: JobMeta, roomId: Uuid });
const ByTeacher = OfRoom.extend({ by: Asker });

/** Whatever somebody wrote, or is told of a room: sealed for the request that asked (`SEAL_PLACES.shownRoom`). */
export const SealedRoom = z.object({ sealed: Sealed });

/** A plan as it comes from the gateway, de-identified; sealed at `givenRoom`. Ids of rounds are the gateway's. */
export const GivenRoom = CreateRoomInput.omit({ rounds: true }).extend({
  rounds: z.array(PlannedRound.extend({ id: Uuid })).max(MAX_ROUNDS),
});
/** Answered with a `CodedRoom`. */
export const CreateRoomPayload = ByTeacher.extend({ versions: Versions, sealed: Sealed });
/** Answered with a page of `CodedRoom`; the newest first. */
export const ListRoomsPayload = z.object({
  meta: JobMeta,
  by: Asker,
  limit: z.number().int().min(1),
  before: Uuid.optional(),
  state: RoomProgress.optional(),
  classId: Uuid.optional(),
});

/**
 * Which room an address means, and who leads it. Whoever asks has no tenant yet: that of `meta` is not looked at. A code
 * finds rooms that have not ended; an id any.
 */
export const FindRoomPayload = z.object({ meta: JobMeta, room: z.union([RoomCode, Uuid]) });
export const FoundRoom = PublicRoom.extend({
  roomId: Uuid,
  tenantId: z.string(),
  /** Subjects of those who lead it: whose it is, and the staff of its class. */
  leaders: z.array(z.string()),
  /** Courses of other systems that it stands in. */
  courses: z.array(Uuid).default([]),
  /** The knowledge version whose names and tests the room uses. */
  knowledge: z.string(),
});

/** Whether somebody leads a room. Administrators lead every room of their tenant; students none, even who assist its class. */
export const leadsRoom = (
  { subject, role }: Pick<Asker, 'subject' | 'role'>,
  leaders: readonly string[],
): boolean => role === 'admin' || (role !== 'student' && leaders.includes(subject));

const refused = z.object({
  ok: z.literal(false),
  code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
  /** Fields at fault with what is wrong there: codes of `libs/learning`. */
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })),
});

/** Somebody who wants to come in. Keys and codes come as SHA-256; a name is de-identified. */
export const GivenJoin = z.object({
  joinKeyHash: Sha256,
  /** Of the code with which the same participant comes back from elsewhere. */
  resumeHash: Sha256,
  /** Comes back with a code: no new participant is made. */
  resumes: z.boolean(),
  /** The learner's subject where signed in. */
  subject: z.string().nullable(),
  language: Language,
  name: z.string().nullable(),
  /** Of a learner without an account. */
  learnerId: Uuid.nullable().default(null),
  consents: ConsentInputs.default([]),
});
/** `GivenJoin[]`, sealed at `givenJoins`; answered one by one, in the same order. */
export const JoinRoomPayload = OfRoom.extend({ sealed: Sealed });
export const JoinRoomResult = z.object({
  joins: z.array(
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), participantId: Uuid, number: z.number().int() }),
      refused,
    ]),
  ),
});

/** An answer as it arrived. The participant is the one of the token. */
export const GivenSubmission = z.object({
  participantId: Uuid,
  number: z.number().int().min(1),
  roundId: Uuid,
  attempt: z.number().int().min(1),
  revision: z.number().int().min(1),
  committedAt: Instant,
  answer: RoomAnswer,
});
/** `GivenSubmission[]`, sealed at `givenSubmissions`; answered one by one, in the same order, after the commit. */
export const RecordSubmissionsPayload = OfRoom.extend({ sealed: Sealed });
export const RecordSubmissionsResult = z.object({
  receipts: z.array(z.discriminatedUnion('ok', [SubmissionReceipt.extend({ ok: z.literal(true) }), refused])),
});

/** The newest state, for all who look at the room. */
export const RoomFramePayload = OfRoom;
/** Sealed at `shownRoom`; `removed`: numbers whose tokens are no longer good. */
export const RoomFrame = z.object({
  roomId: Uuid,
  seq: z.number().int(),
  state: RoomProgress,
  removed: z.array(z.number().int()),
  sealed: Sealed,
});
export const ToldRoomFrame = z.object({
  participant: CodedRoomState,
  teacher: CodedTeacherRoomState,
});

/** What a teacher does. `add-round`: a question on the spot. `remove`: somebody leaves the room. */
export const RoomAct = z.discriminatedUnion('type', [
  RoomActInputs.open.extend({ type: z.literal('open') }),
  RoomActInputs.close.extend({ type: z.literal('close') }),
  RoomActInputs.extend.extend({ type: z.literal('extend') }),
  RoomActInputs.reset.extend({ type: z.literal('reset') }),
  RoomActInputs.reveal.extend({ type: z.literal('reveal') }),
  RoomActInputs['count-late'].extend({ type: z.literal('count-late') }),
  RoomActInputs.stage.extend({ type: z.literal('stage') }),
  RoomActInputs.lock.extend({ type: z.literal('lock') }),
  RoomActInputs.words.extend({ type: z.literal('words') }),
  RoomActInputs.end.extend({ type: z.literal('end') }),
  RoomActInputs['show-answer'].extend({ type: z.literal('show-answer') }),
  z.strictObject({ type: z.literal('add-round'), round: PlannedRound.extend({ id: Uuid }) }),
  RoomActInputs['hide-comment'].extend({ type: z.literal('hide-comment'), number: z.number().int().min(1) }),
  z.strictObject({ type: z.literal('remove'), number: z.number().int().min(1) }),
]);
/** A `RoomAct`, sealed at `givenRoomAct`. Sent twice under one id it is carried out once. */
export const RoomCommandPayload = ByTeacher.extend({ commandId: z.string().min(1).max(100), sealed: Sealed });

/** Answered with a `CodedRoomStage`; `by` null for participants, who are given what is revealed. */
export const ReadRoomStagePayload = OfRoom.extend({ by: Asker.nullable(), no: z.number().int().min(1) });
/** Answered with `ToldMine`, in the order of the ids. */
export const ReadMinePayload = OfRoom.extend({ participantIds: z.array(Uuid).min(1).max(MAX_MINE_BATCH) });
/** Null for somebody who was removed or has gone. */
export const ToldMine = z.array(CodedMine.nullable());
export const ForgetParticipantPayload = OfRoom.extend({ participantId: Uuid });
/** Decisions of a participant; none is a question what holds. Answered with `Consents`. */
export const RecordParticipantConsentsPayload = ForgetParticipantPayload.extend({ consents: ConsentInputs });
/** Answered with `CodedRoomResults`. */
export const ReadRoomResultsPayload = ByTeacher;
/** Answered with a page of `RoomResultRow`, by number, as many as one payload carries. */
export const ListRoomAnswersPayload = ByTeacher.extend({ after: z.number().int().min(0) });
export const ToldRoomAnswers = z.array(RoomResultRow);
export const ToldRooms = z.array(CodedRoom);

/** Who acts in a team, writes or reads comments: a participant by their seat, or somebody who leads the room. */
export const InDiscussion = z.union([
  z.object({ participantId: Uuid, number: z.number().int().min(1) }),
  Asker,
]);
/** Answered with a `RoomTeam`: numbers alone. */
export const ActInTeamPayload = OfRoom.extend({
  by: InDiscussion,
  act: z.union([
    z.strictObject({ pen: z.number().int().min(1) }),
    z.strictObject({ team: z.number().int().min(1) }),
  ]),
});
/** The text, de-identified, sealed at `givenComment`; sent again under one key it is written once. Answered with a `Comment`. */
export const PostCommentPayload = OfRoom.extend({
  by: InDiscussion,
  key: z.string().min(1).max(100),
  sealed: Sealed,
});
/** Answered with `Comment`s, the newest first, of numbers below `before`; as many as one payload carries. */
export const ListCommentsPayload = OfRoom.extend({
  by: InDiscussion,
  before: z.number().int().min(1).optional(),
  limit: z.number().int().min(1),
});
export const ToldComments = z.array(Comment);
/** `next`: where the next page begins (its `before`); left out after the last. */
export const CommentsPage = SealedRoom.extend({ next: z.number().int().optional() });

/**
 * A record that belongs to no run, to be frozen in the log once: what a room promised and gave out, marks that were released, a
 * guideline document of an institution that was withdrawn.
 */
export const AppendRecordPayload = z.object({
  meta: JobMeta,
  recordId: Uuid,
  /** The room, the assignment or the document. */
  subjectId: Uuid,
  kind: z.enum(['key-committed', 'room-released', 'marks-released', 'document-withdrawn']),
  at: Instant,
  record: z.record(z.string(), z.json()),
});

/** That something was erased, to be frozen in the log once. */
export const AppendErasurePayload = z.object({
  meta: JobMeta,
  recordId: Uuid,
  kind: z.enum([
    'answers-erased',
    'assignment-erased',
    'learner-erased',
    'room-erased',
    'teaching-case-erased',
  ]),
  /** The assignment, room or case by its id, of answers the room in which they were given; a learner by a hash of theirs. */
  subject: Uuid,
  /** Who had it erased: a role, never a name. `retention`: it was kept long enough; `staff`: of the class that it was given to. */
  by: z.enum(['administrator', 'owner', 'retention', 'self', 'staff']),
  at: Instant,
  /** How many of what went with it: attempts at an assignment, participants of a room and their answers. */
  held: z
    .object({
      attempts: z.number().int().min(0),
      participants: z.number().int().min(0),
      answers: z.number().int().min(0),
    })
    .partial()
    .optional(),
});
export type SealedRoom = z.infer<typeof SealedRoom>;
export type GivenRoom = z.infer<typeof GivenRoom>;
export type CreateRoomPayload = z.infer<typeof CreateRoomPayload>;
export type ListRoomsPayload = z.infer<typeof ListRoomsPayload>;
export type FindRoomPayload = z.infer<typeof FindRoomPayload>;
export type FoundRoom = z.infer<typeof FoundRoom>;
export type GivenJoin = z.infer<typeof GivenJoin>;
export type JoinRoomPayload = z.infer<typeof JoinRoomPayload>;
export type JoinRoomResult = z.infer<typeof JoinRoomResult>;
export type GivenSubmission = z.infer<typeof GivenSubmission>;
export type RecordSubmissionsPayload = z.infer<typeof RecordSubmissionsPayload>;
export type RecordSubmissionsResult = z.infer<typeof RecordSubmissionsResult>;
export type RoomFramePayload = z.infer<typeof RoomFramePayload>;
export type RoomFrame = z.infer<typeof RoomFrame>;
export type ToldRoomFrame = z.infer<typeof ToldRoomFrame>;
export type RoomAct = z.infer<typeof RoomAct>;
export type RoomCommandPayload = z.infer<typeof RoomCommandPayload>;
export type ReadRoomStagePayload = z.infer<typeof ReadRoomStagePayload>;
export type ReadMinePayload = z.infer<typeof ReadMinePayload>;
export type ToldMine = z.infer<typeof ToldMine>;
export type ForgetParticipantPayload = z.infer<typeof ForgetParticipantPayload>;
export type RecordParticipantConsentsPayload = z.infer<typeof RecordParticipantConsentsPayload>;
export type ReadRoomResultsPayload = z.infer<typeof ReadRoomResultsPayload>;
export type ListRoomAnswersPayload = z.infer<typeof ListRoomAnswersPayload>;
export type InDiscussion = z.infer<typeof InDiscussion>;
export type ActInTeamPayload = z.infer<typeof ActInTeamPayload>;
export type PostCommentPayload = z.infer<typeof PostCommentPayload>;
export type CommentsPage = z.infer<typeof CommentsPage>;
export type ListCommentsPayload = z.infer<typeof ListCommentsPayload>;
export type AppendRecordPayload = z.infer<typeof AppendRecordPayload>;
export type AppendErasurePayload = z.infer<typeof AppendErasurePayload>;
