import type { Understood } from '../api/types';

/** What is known of a text before it is sent. */
export interface TextCheck {
  readonly hasText: boolean;
  /** The text as it stands has not been read yet. */
  readonly reading: boolean;
  /** The server could not say whether it holds identities. */
  readonly failed: boolean;
  /** Identities that were masked in it. */
  readonly identities: number;
  /** For how many identities the teacher has said that the case is fictional or taught with consent. */
  readonly confirmedFor: number;
}

/** Whether the question "is this a real patient?" stands in the way of a case. */
export type RealPatientQuestion = 'none' | 'wait' | 'open' | 'answered';

/** How many identities were masked, of all kinds. */
export const identitiesIn = (masked: Understood['masked']): number =>
  masked.reduce((sum, { count }) => sum + count, 0);

/**
 * A text with identities may tell of a real patient: it goes on only when somebody says that it does not. Identities
 * added later are asked about again; a text that could not be checked is asked about as well.
 */
export function realPatientQuestion(check: TextCheck): RealPatientQuestion {
  if (!check.hasText) return 'none';
  if (check.failed) return check.confirmedFor > 0 ? 'answered' : 'open';
  if (check.reading) return 'wait';
  if (check.identities === 0) return 'none';
  return check.confirmedFor >= check.identities ? 'answered' : 'open';
}
