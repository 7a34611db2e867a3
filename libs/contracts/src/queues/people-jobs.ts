import { z } from 'zod';
import { Class, ClassMember, ClassStaffInput, JoinedClass } from '../http/class';
import { ConsentInputs } from '../http/consent';
import { ExportLine, Me } from '../http/learner';
import { Language, Sha256, Uuid } from '../primitives';
import { JobMeta, Sealed } from './meta';
import { Asker } from './teaching-jobs';

/** Names that people gave, sealed for the request that asked (`SEAL_PLACES.shownPeople`). */
export const SealedPeople = z.object({ sealed: Sealed });

/** What is sealed in a class that is made. */
export const GivenClass = z.object({
  name: z.string().min(1),
  language: Language,
  practiceUnreviewed: z.boolean(),
});
export const OfClassPayload = z.object({ meta: JobMeta, by: Asker, classId: Uuid });
/** Sealed at `givenClass`. This and every other act is answered with a `Class`, as the asker may see it. */
export const CreateClassPayload = OfClassPayload.extend({ sealed: Sealed });
export const ActOnClassPayload = OfClassPayload.extend({
  act: z.discriminatedUnion('kind', [
    ClassStaffInput.extend({ kind: z.literal('staff') }),
    z.object({ kind: z.literal('new-code') }),
    z.object({ kind: z.literal('archive') }),
    z.object({ kind: z.literal('remove-member'), learnerId: Uuid }),
  ]),
});
/** Answered with a page of `Class`: to a student the classes that are theirs, to others those whose staff they are. */
export const ListClassesPayload = z.object({
  meta: JobMeta,
  by: Asker,
  limit: z.number().int().min(1),
  before: Uuid.optional(),
});
export const ToldClasses = z.array(Class);
/** Answered with a page of `ClassMember`, in the order in which their records were made. */
export const ListMembersPayload = OfClassPayload.extend({
  limit: z.number().int().min(1),
  after: Uuid.optional(),
});
export const ToldMembers = z.array(ClassMember);

/** Whoever asks has no tenant yet: that of `meta` is not looked at. */
export const FindClassPayload = z.object({ meta: JobMeta, code: z.string().min(1) });
export const FoundClass = z.object({ classId: Uuid, tenantId: z.string() });

/** Somebody who joins a class. Codes and keys come as SHA-256. */
export const GivenClassJoin = z.object({
  consents: ConsentInputs,
  name: z.string().nullable(),
  /** With an account. */
  subject: z.string().nullable(),
  /** Has the token of a class already. */
  learnerId: Uuid.nullable(),
  /** Says that a request is the same one again. */
  joinKeyHash: Sha256,
  /** Of the code with which the same learner comes back from elsewhere. */
  resumeHash: Sha256,
  /** Comes back with a code: no new learner is made. */
  resumes: z.boolean(),
});
/** Sealed at `givenClassJoin`; answered with a `ToldJoin`. The code is the one that found the class. */
export const JoinClassPayload = z.object({
  meta: JobMeta,
  classId: Uuid,
  code: z.string().min(1),
  sealed: Sealed,
});
export const ToldJoin = JoinedClass.pick({ learner: true, class: true }).extend({
  account: z.boolean(),
  /** Whether `resumeHash` is that of this learner now: the code is shown. */
  isResumedBy: z.boolean(),
});

/** Answered with `Me` where it is read, and where consents are given. */
export const OfLearnerPayload = z.object({ meta: JobMeta, by: Asker });
export const RecordConsentsPayload = OfLearnerPayload.extend({ consents: ConsentInputs });
export const ToldMe = Me;
/** `of`: the learner whom an administrator means. */
export const EraseMePayload = OfLearnerPayload.extend({ of: Uuid.optional() });

/** Where the next page of an export begins: a part of it, and the last line that was given of that part. */
export const ExportCursor = z.object({ part: z.number().int().min(0), after: z.string().nullable() });
export const ExportMePayload = EraseMePayload.extend({ from: ExportCursor });
/** `ExportLine[]`, sealed at `shownPeople`; `next` is null after the last page. */
export const ExportMeResult = z.object({ sealed: Sealed, next: ExportCursor.nullable() });
export const ToldExport = z.array(ExportLine);

/** Ends what the gateway holds of a learner who was erased: by the account, or by the learner's own id. */
export const EraseLearnerPayload = z.object({ meta: JobMeta, subject: z.string().min(1) });

export type SealedPeople = z.infer<typeof SealedPeople>;
export type GivenClass = z.infer<typeof GivenClass>;
export type OfClassPayload = z.infer<typeof OfClassPayload>;
export type CreateClassPayload = z.infer<typeof CreateClassPayload>;
export type ActOnClassPayload = z.infer<typeof ActOnClassPayload>;
export type ListClassesPayload = z.infer<typeof ListClassesPayload>;
export type ListMembersPayload = z.infer<typeof ListMembersPayload>;
export type FindClassPayload = z.infer<typeof FindClassPayload>;
export type FoundClass = z.infer<typeof FoundClass>;
export type GivenClassJoin = z.infer<typeof GivenClassJoin>;
export type JoinClassPayload = z.infer<typeof JoinClassPayload>;
export type ToldJoin = z.infer<typeof ToldJoin>;
export type OfLearnerPayload = z.infer<typeof OfLearnerPayload>;
export type RecordConsentsPayload = z.infer<typeof RecordConsentsPayload>;
export type EraseMePayload = z.infer<typeof EraseMePayload>;
export type ExportCursor = z.infer<typeof ExportCursor>;
export type ExportMePayload = z.infer<typeof ExportMePayload>;
export type ExportMeResult = z.infer<typeof ExportMeResult>;
export type EraseLearnerPayload = z.infer<typeof EraseLearnerPayload>;
