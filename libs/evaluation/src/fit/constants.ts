/** The constants of the ranking that are fitted: what they mean is said in docs/engine.md. */
const CONSTANT_NAMES = ['alpha', 'T', 'nu', 'rho', 'upsilon', 'piOther'] as const;
export type ConstantName = (typeof CONSTANT_NAMES)[number];
export type Constants = Readonly<Record<ConstantName, number>>;

export type Bounds<Name extends string> = Readonly<Record<Name, readonly [lowest: number, highest: number]>>;

/** Where the fit may go. Open ends of the model's ranges are kept a little way off: at them, terms vanish. */
export const CONSTANT_BOUNDS: Bounds<ConstantName> = {
  alpha: [0.3, 1],
  T: [1, 4],
  nu: [0.05, 1],
  rho: [0, 0.95],
  upsilon: [0.05, 1],
  piOther: [0.02, 0.3],
};
