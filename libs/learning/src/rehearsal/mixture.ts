/** How a simulated student thinks; the names are those under which clinical reasoning and decision research know them. */
export type Bias =
  /** Takes the engine's first list and moves it by the evidence, as Bayes' theorem says. */
  | 'calibrated'
  /** Keeps the leader of the first list, whatever comes (Tversky and Kahneman 1974). */
  | 'anchoring'
  /** Weighs by the findings alone, as if all diseases were equally common. */
  | 'base-rate-neglect'
  /** Decides at the second list: nearly all points on one disease, the dangers let go. */
  | 'premature-closure'
  /** Thinks as the calibrated one, and is surer than that. */
  | 'overconfidence'
  /** Thinks as the calibrated one, and is less sure than that. */
  | 'underconfidence'
  /** Names what is common, and so comes to mind first, before what fits. */
  | 'availability'
  /** Thinks as the calibrated one, and writes some of it in words that match no disease. */
  | 'own-words';

/** When a simulated student answers. */
export type Habit =
  | 'punctual'
  /** Sends the answer when its time is over. */
  | 'late'
  /** Never answers. */
  | 'silent';

/** What a simulated class is made of. */
export interface Mixture {
  /** Shares of the class; they sum to 1. */
  readonly biases: Readonly<Record<Bias, number>>;
  readonly habits: Readonly<Record<Habit, number>>;
  /** The share of those who send a first answer, think again and send another. */
  readonly revising: number;
}

/** A class of which the teacher knows what is in it. The shares are ours: large enough to be seen among 40 students. */
export const MIXTURE: Mixture = {
  biases: {
    calibrated: 0.28,
    anchoring: 0.14,
    'base-rate-neglect': 0.12,
    'premature-closure': 0.12,
    overconfidence: 0.1,
    underconfidence: 0.08,
    availability: 0.1,
    'own-words': 0.06,
  },
  habits: { punctual: 0.91, late: 0.04, silent: 0.05 },
  revising: 0.15,
};
