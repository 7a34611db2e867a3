import {
  type DraftFault,
  type DraftedFeedback,
  type DraftedQuestions,
  type FeedbackAsked,
  type Language,
  type PatientAsked,
  type PlayRolePayload,
  type QuestionsAsked,
  type ReleaseFeedbackInput,
  type SaidVoice,
  type Sealed,
  type TeachingRole,
} from '@openrounds/contracts';
import { type PurgedRows } from './purged-rows';

interface Asked {
  readonly patient: PatientAsked;
  readonly 'question-drafter': QuestionsAsked;
  readonly 'feedback-drafter': FeedbackAsked;
}
interface Said {
  readonly patient: SaidVoice;
  readonly 'question-drafter': DraftedQuestions;
  readonly 'feedback-drafter': DraftedFeedback;
}

/** What a request is about: it is erased with that. */
export type About =
  | { readonly kind: 'attempt'; readonly id: string; readonly caseId: string }
  | { readonly kind: 'case'; readonly id: string; readonly caseId: string }
  | {
      readonly kind: 'room';
      readonly id: string;
      readonly participantId: string;
      readonly roundId: string;
      readonly number: number;
    };

export interface NewRoleRequest<Role extends TeachingRole> {
  readonly id: string;
  readonly tenantId: string;
  readonly role: Role;
  readonly about: About;
  readonly owner: string;
  readonly language: Language;
  readonly createdAt: Date;
  readonly asked: Asked[Role];
  /** With which the job is sent; null where there is no model to ask: it has ended then. */
  readonly meta: PlayRolePayload['meta'] | null;
}

export interface StoredRoleRequest<Role extends TeachingRole> {
  readonly id: string;
  readonly aboutId: string;
  readonly language: Language;
  readonly participantId: string | null;
  readonly roundId: string | null;
  readonly number: number | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly asked: Asked[Role];
  readonly said: Said[Role] | null;
  readonly fault: DraftFault | null;
  readonly released: (ReleaseFeedbackInput & { readonly releasedAt: Date }) | null;
}

/** Whose requests are wanted; by room all of them. */
export interface RoleRequestsOf<Role extends TeachingRole> {
  readonly tenantId: string;
  readonly role: Role;
  readonly aboutId: string;
  readonly owner?: string | undefined;
}

/** What roles of the language model are asked for teaching. All texts rest sealed; every call names the tenant. */
export interface RoleRequestStore {
  /**
   * Keeps a request and sends it, in one transaction; does nothing where it stands already.
   *
   * @param most of the same role, about the same, by the same person
   * @throws DomainError `not-found` where what it is about is gone, `thread-full`
   */
  add<Role extends TeachingRole>(request: NewRoleRequest<Role>, most: number): Promise<void>;
  /** The oldest first. */
  list<Role extends TeachingRole>(of: RoleRequestsOf<Role>): Promise<readonly StoredRoleRequest<Role>[]>;
  /** What a learner asked patients, page by page: after the question `after`. */
  askedBy(
    tenantId: string,
    learnerId: string,
    wanted: { readonly limit: number; readonly after: string | null },
  ): Promise<readonly StoredRoleRequest<'patient'>[]>;
  /** What was released to participants of a room. */
  releasedTo(
    tenantId: string,
    participantIds: readonly string[],
  ): Promise<readonly StoredRoleRequest<'feedback-drafter'>[]>;
  /** Does nothing where it has ended, or was erased. */
  finish(
    tenantId: string,
    id: string,
    outcome: { readonly sealed?: Sealed | undefined; readonly fault: DraftFault | null; readonly at: Date },
  ): Promise<void>;
  /** @returns whether there is such a draft with something to release */
  release(
    tenantId: string,
    of: { readonly roomId: string; readonly id: string },
    given: ReleaseFeedbackInput,
    at: Date,
  ): Promise<boolean>;
  /** Deletes those of before. */
  purge(before: Date): Promise<PurgedRows>;
}
export const ROLE_REQUEST_STORE = Symbol('RoleRequestStore');
