import { type Answer, type Question, type QuestionPayload } from '@openrounds/contracts';

/** The other services, as far as the gateway asks them and waits. */
export interface Services {
  /**
   * Asks the one service that the question is for, and waits until the deadline: the configured one, unless another is
   * given in milliseconds.
   *
   * @throws RequestTimeout when no answer came in time
   * @throws DomainError as the service that was asked threw it
   */
  ask<J extends Question>(job: J, payload: QuestionPayload<J>, deadlineMs?: number): Promise<Answer<J>>;
}
export const SERVICES = Symbol('Services');
