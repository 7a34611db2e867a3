import {
  type TeachingRole,
  type ToldFeedbackDraft,
  type ToldPatientQuestion,
  type ToldQuestionDrafts,
} from '@openrounds/contracts';
import { type StoredRoleRequest } from '../ports/role-request-store';

type Head = Pick<StoredRoleRequest<TeachingRole>, 'id' | 'language' | 'createdAt' | 'completedAt'>;

const headOf = ({ id, language, createdAt, completedAt }: Head) => ({
  id,
  language,
  createdAt: createdAt.toISOString(),
  completedAt: completedAt?.toISOString() ?? null,
});

export const toldPatientQuestion = (stored: StoredRoleRequest<'patient'>): ToldPatientQuestion => ({
  ...headOf(stored),
  question: stored.asked.question,
  said: stored.said,
});

export const toldQuestionDrafts = (stored: StoredRoleRequest<'question-drafter'>): ToldQuestionDrafts => ({
  ...headOf(stored),
  generatedBy: stored.said?.generatedBy ?? null,
  dropped: stored.said?.dropped ?? {},
  questions: stored.said?.questions ?? [],
  fault: stored.fault,
});

export const toldFeedbackDraft = (stored: StoredRoleRequest<'feedback-drafter'>): ToldFeedbackDraft => ({
  ...headOf(stored),
  generatedBy: stored.said?.generatedBy ?? null,
  dropped: stored.said?.dropped ?? {},
  roundId: stored.roundId ?? '',
  number: stored.number ?? 0,
  representation: stored.asked.representation,
  criteria: stored.said?.criteria ?? [],
  fault: stored.fault,
  released: releasedOf(stored),
});

/** What a participant is given; null while nothing is released. */
export function releasedOf({
  released,
  said,
}: StoredRoleRequest<'feedback-drafter'>): ToldFeedbackDraft['released'] {
  if (released === null || said === null) return null;
  const { criteria, releasedAt } = released;
  return { criteria, releasedAt: releasedAt.toISOString(), draftedBy: said.generatedBy };
}
