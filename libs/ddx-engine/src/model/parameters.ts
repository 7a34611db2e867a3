/** The calibrated constants of the model, frozen with the knowledge version. */
export interface EngineParameters {
  /** Weight of the log prior for teaching cases, 0.3..1. Consecutive patients always use 1. */
  readonly alpha: number;
  /** Temperature, >= 1: by how much the summed evidence is tempered because findings are not independent. */
  readonly T: number;
  /** Weight of negative findings, 0 < nu <= 1: records leave out more than they deny. */
  readonly nu: number;
  /** Redundancy, 0..1: each further restatement within a group weighs (1 - rho) times the one before. */
  readonly rho: number;
  /** What a disease that does not account for a finding keeps of its odds, 0 < upsilon <= 1. */
  readonly upsilon: number;
  /** Prior share of patients whose main explanation the knowledge base does not hold, 0 < piOther < 1. */
  readonly piOther: number;
}

/** `consecutive`: patients as they come (alpha = 1). `teaching`: the calibrated alpha. */
export type CaseMix = 'teaching' | 'consecutive';
