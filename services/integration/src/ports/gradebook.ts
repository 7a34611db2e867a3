import { type LtiRegistration } from '@openrounds/contracts';
import { type GradeService, type SentScore } from '@openrounds/lti';
import { type TryOutcome } from '../model/grade-progress';

/** Where a score goes. */
export interface GradePlace {
  readonly platform: LtiRegistration;
  /** The link, as the platform calls it. */
  readonly resourceLinkId: string;
  /** What it leads to. */
  readonly resourceId: string;
  /** As the last launch told; null: it told of none. */
  readonly grades: GradeService | null;
  /** The column that we found or made, where the launch named none; null: not yet. */
  readonly columnUrl: string | null;
}

/** The gradebook of a platform (AGS 2.0). */
export interface Gradebook {
  /**
   * Tries once to bring a score into its column.
   *
   * @param unsure it was sent before, and nobody knows whether it arrived: the result is read first, where it may be read
   * @returns what came of it, and the column that we found or made; null: none, or it is gone
   */
  deliver(
    place: GradePlace,
    sent: SentScore,
    unsure: boolean,
  ): Promise<{ readonly outcome: TryOutcome; readonly columnUrl: string | null }>;
}
export const GRADEBOOK = Symbol('Gradebook');
