import { z } from 'zod';
import { NarrationEvidence } from '../http/narration';
import { SaidTutoring, TutorFault, TutorMode } from '../http/tutor';
import { Language, Uuid, Versions } from '../primitives';
import { JobMeta, RunMeta, Sealed } from './meta';
import { Asker } from './teaching-jobs';

/** A question about a run; of one about an attempt or a room there is neither run nor case of the case room. */
export const TutorMeta = RunMeta.partial({ runId: true, caseId: true });

/** What people wrote in a thread, without identities, and what was kept of the answers: what is sealed of a question. */
export const TutorAsked = z.object({
  question: z.string(),
  /** The last turns, the oldest first. */
  earlier: z.array(z.object({ question: z.string(), answer: z.array(z.string()) })),
});

/** A question: lines that its answer may rest on, made of codes. */
export const TutorAnswerPayload = z.object({
  meta: TutorMeta,
  questionId: Uuid,
  language: Language,
  socratic: z.boolean(),
  evidence: z.array(NarrationEvidence),
  asked: Sealed,
});

/** What came of it. */
export const TutorAnsweredPayload = z.object({
  meta: TutorMeta,
  questionId: Uuid,
  outcome: z.union([
    z.object({ said: SaidTutoring }),
    z.object({ fault: TutorFault, said: SaidTutoring.optional() }),
  ]),
});

/**
 * What somebody may ask the tutor about an attempt of theirs, or a room that they lead. Whether they may is for teaching to say,
 * each time anew: no list is told while one is waited for.
 */
export const GroundTutorPayload = z.object({
  meta: JobMeta,
  by: Asker,
  about: z.object({ kind: z.enum(['attempt', 'room']), id: Uuid }),
  /** Whether the list is wanted, or only whether one may ask. */
  withList: z.boolean(),
});
export const TutorGround = z.object({
  mode: TutorMode.exclude(['off']),
  /** With what a thread is erased: the case, and the assignment or the room. */
  goesWith: z.array(Uuid),
  versions: Versions,
  /** A `CodedAnswer` as JSON, deflated; null where it was not wanted. */
  packed: z.base64().nullable(),
});
/** What these ids stand for was erased: threads about it go. */
export const ForgetTutorPayload = z.object({ meta: JobMeta, ids: z.array(Uuid).min(1) });

/** The id of a question's job: each is answered once. */
export const tutorJobId = (questionId: string, step: 'answer' | 'answered'): string =>
  `${questionId}-tutor-${step}-v1`;

export type TutorMeta = z.infer<typeof TutorMeta>;
export type GroundTutorPayload = z.infer<typeof GroundTutorPayload>;
export type TutorGround = z.infer<typeof TutorGround>;
export type ForgetTutorPayload = z.infer<typeof ForgetTutorPayload>;
export type TutorAsked = z.infer<typeof TutorAsked>;
export type TutorAnswerPayload = z.infer<typeof TutorAnswerPayload>;
export type TutorAnsweredPayload = z.infer<typeof TutorAnsweredPayload>;
