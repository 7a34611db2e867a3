import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_CLASS_MEMBERS,
  type FoundClass,
  type GivenClassJoin,
  type ToldJoin,
} from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { newPseudonym } from '../model/join-code';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import {
  LEARNER_STORE,
  type LearnerRef,
  type LearnerStore,
  type StoredLearner,
} from '../ports/learner-store';

export interface JoinWanted {
  readonly tenantId: string;
  readonly classId: string;
  /** That found the class. */
  readonly code: string;
  readonly given: GivenClassJoin;
}

const noSuchCode = (): DomainError => new DomainError('not-found', 'There is no class with this code');

/** Lets learners into a class: new ones, those who come back, those with an account. */
@Injectable()
export class JoinClass {
  constructor(
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'find' | 'findByCode'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'join'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async find(code: string): Promise<FoundClass> {
    const found = await this.classes.findByCode(code);
    if (found === undefined) throw noSuchCode();
    const { classId, tenantId } = found;
    return { classId, tenantId };
  }

  /** @throws DomainError `not-found`, `class-full`, `learner-erased` */
  async execute({ tenantId, classId, code, given }: JoinWanted): Promise<ToldJoin> {
    const { subject, learnerId, resumeHash, ...more } = given;
    const learner = requireJoined(
      await this.learners.join({
        ...more,
        tenantId,
        classId,
        code,
        resumeHash,
        known: knownOf(subject, learnerId),
        at: this.clock.now(),
        fresh: { learnerId: newId(), pseudonym: newPseudonym() },
        most: MAX_CLASS_MEMBERS,
      }),
    );
    const stored = await this.classes.find(tenantId, classId);
    if (stored === undefined) throw noSuchCode();
    const { name, language } = stored;
    return {
      learner: { id: learner.learnerId, pseudonym: learner.pseudonym, name: learner.name },
      class: { id: classId, name, language },
      account: learner.subject !== null,
      isResumedBy: learner.resumeHash === resumeHash,
    };
  }
}

function knownOf(subject: string | null, learnerId: string | null): LearnerRef | null {
  if (learnerId !== null) return { learnerId };
  return subject === null ? null : { subject };
}

function requireJoined(outcome: Awaited<ReturnType<LearnerStore['join']>>): StoredLearner {
  switch (outcome) {
    case 'not-found':
      throw noSuchCode();
    case 'class-full':
      throw new DomainError('class-full');
    case 'erased':
      throw new DomainError('learner-erased');
    default:
      return outcome;
  }
}
