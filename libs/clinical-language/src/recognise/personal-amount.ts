/** An amount that a text tells of a person: how many weeks a pregnancy has lasted. Token positions, end exclusive. */
export interface PersonalAmount {
  /** As findings name it in `toldBy`. */
  readonly amount: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Whether it is the patient's and that of now: of several the largest. */
  readonly holds: boolean;
}
