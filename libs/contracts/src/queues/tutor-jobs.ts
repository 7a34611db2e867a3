import { z } from 'zod';
import { NarrationEvidence } from '../http/narration';
import { SaidTutoring, TutorFault } from '../http/tutor';
import { Language, Uuid } from '../primitives';
import { RunMeta, Sealed } from './meta';

/** What people wrote in a thread, without identities, and what was kept of the answers: what is sealed of a question. */
export const TutorAsked = z.object({
  question: z.string(),
  /** The last turns, the oldest first. */
  earlier: z.array(z.object({ question: z.string(), answer: z.array(z.string()) })),
});

/** A question about a run: lines that its answer may rest on, made of codes. */
export const TutorAnswerPayload = z.object({
  meta: RunMeta,
  questionId: Uuid,
  language: Language,
  socratic: z.boolean(),
  evidence: z.array(NarrationEvidence),
  asked: Sealed,
});

/** What came of it. */
export const TutorAnsweredPayload = z.object({
  meta: RunMeta,
  questionId: Uuid,
  outcome: z.union([
    z.object({ said: SaidTutoring }),
    z.object({ fault: TutorFault, said: SaidTutoring.optional() }),
  ]),
});

/** The id of a question's job: each is answered once. */
export const tutorJobId = (questionId: string, step: 'answer' | 'answered'): string =>
  `${questionId}-tutor-${step}-v1`;

export type TutorAsked = z.infer<typeof TutorAsked>;
export type TutorAnswerPayload = z.infer<typeof TutorAnswerPayload>;
export type TutorAnsweredPayload = z.infer<typeof TutorAnsweredPayload>;
