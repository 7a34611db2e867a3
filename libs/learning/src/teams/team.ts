/** A team of a room. Who was removed stays a member by number and counts no more. */
export interface Team {
  /** From 1. */
  readonly no: number;
  /** Numbers of participants. */
  readonly members: readonly number[];
  /** The number of the member who writes for all; null for a team in which nobody is left. */
  readonly pen: number | null;
}

export interface Teams {
  /** As many as a team should have, 2 to 12. */
  readonly size: number;
  /** Drawn by number, or chosen by the phones. */
  readonly by: 'number' | 'choice';
  /** Whether everybody has a team: from when the first question for teams was opened. */
  readonly formed: boolean;
  /** In the order of their numbers. */
  readonly list: readonly Team[];
}
