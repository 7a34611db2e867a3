import { Inject, Injectable } from '@nestjs/common';
import { type LearnerNames } from '@openrounds/contracts';
import { SERVICES, type Services } from '../../ports/services';
import { Launches } from '../launches/launches';
import { askerOf, type TeachingRequest } from '../teaching-cases';

/** Names of learners, asked of their platform for the teacher of their course, and kept nowhere. */
@Injectable()
export class ReadLearnerNames {
  constructor(
    private readonly launches: Launches,
    @Inject(SERVICES) private readonly services: Services,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` */
  async execute({ principal, meta }: TeachingRequest, assignmentId: string): Promise<LearnerNames> {
    this.launches.requireAddress();
    // Results are told to those who teach the learners, and to nobody else.
    const payload = { meta, by: askerOf(principal), assignmentId, limit: 1 };
    await this.services.ask('list-assignment-results.v1', payload);
    const { courseId, subject } = principal;
    if (courseId === undefined) return { outcome: 'not-launched', names: [] };
    return this.launches.readNames(meta, { courseId, assignmentId, subject });
  }
}
