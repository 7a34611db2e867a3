import { type EnginePatient } from '../model/case';

/** An observation by index. Its certainty is above 0.5: anything less is the same as not asked. */
export interface CodedObservation {
  readonly finding: number;
  readonly outcome: number;
  readonly certainty: number;
}

/** What was observed of one family of findings, each list in the order of finding ids. */
export interface FamilyCase {
  readonly family: number;
  readonly present: readonly CodedObservation[];
  readonly absent: readonly CodedObservation[];
  readonly states: readonly CodedObservation[];
  /** The observations for which a disease that knows nothing on their is-a line is marked down. */
  readonly demanding: readonly CodedObservation[];
  /** The observation, where it is the only one and its finding has no is-a relatives. */
  readonly lone: CodedObservation | undefined;
}

export interface CodedCase {
  readonly patient: EnginePatient;
  readonly observations: ReadonlyMap<number, CodedObservation>;
  readonly families: ReadonlyMap<number, FamilyCase>;
  /** What is worked out when it is first asked for; it lives as long as the case and is never copied to another. */
  readonly workedOut: { outcomes?: Int16Array };
}
