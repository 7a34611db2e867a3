import { type ScoreReleasedPayload } from '@openrounds/contracts';

/** The scores of launched learners, on their way into gradebooks. */
export interface GradeStore {
  /**
   * Keeps a score; the same version again changes nothing. It takes the place of older versions that are not delivered, as
   * a newer one that came before it takes its place.
   *
   * @param id taken if the version is new
   */
  receive(
    score: Omit<ScoreReleasedPayload, 'meta'>,
    of: { tenantId: string; id: string; at: Date },
  ): Promise<void>;
}
export const GRADE_STORE = Symbol('GradeStore');
