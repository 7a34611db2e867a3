import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type ConsentInput, type Me } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { learnerOf } from '../model/class-view';
import { consentsOf } from '../model/consents';
import { foundLearner } from '../model/learner-meant';
import { LEARNER_STORE, type LearnerStore, type StoredLearner } from '../ports/learner-store';

/** Most classes that are told; the export has all. */
const MOST_CLASSES = 100;

/** Tells learners what is held of them, and takes their decisions. */
@Injectable()
export class ReadMe {
  constructor(
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'find' | 'decide' | 'memberships'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `learner-erased` */
  async execute(tenantId: string, by: Asker): Promise<Me> {
    return this.tell(foundLearner(await this.learners.find(tenantId, learnerOf(by), this.clock.now())));
  }

  /** @throws DomainError `not-found`, `learner-erased` */
  async decide(tenantId: string, by: Asker, consents: readonly ConsentInput[]): Promise<Me> {
    const decided = await this.learners.decide(tenantId, learnerOf(by), consents, this.clock.now());
    return this.tell(foundLearner(decided));
  }

  private async tell(learner: StoredLearner): Promise<Me> {
    const { tenantId, learnerId, subject, pseudonym, name, createdAt, decisions } = learner;
    const memberships = await this.learners.memberships(tenantId, learnerId, null, MOST_CLASSES);
    const account = subject !== null;
    return {
      id: learnerId,
      pseudonym,
      name,
      account,
      createdAt: createdAt.toISOString(),
      consents: consentsOf(decisions, account),
      classes: memberships
        .filter(({ leftAt }) => leftAt === null)
        .map(({ classId: id, className, language, joinedAt }) => ({
          id,
          name: className,
          language,
          joinedAt: joinedAt.toISOString(),
        })),
    };
  }
}
