/** How the outcomes of a finding or a test depend on the disease. */
export interface OutcomeModel {
  readonly outcomes: readonly string[];
  /** P(outcome) in everyone that the model does not list, Other included. */
  readonly elsewhere: Float64Array;
  /** The diseases that know about it, by index. */
  readonly diseases: Int32Array;
  /** P(outcome | disease), in the order of `diseases`. */
  readonly given: readonly Float64Array[];
}
