import { type QuantityVariation } from '../model/vocabulary';

/** 95 %, two-sided. */
const Z = 1.96;
const PER_CENT = 100;

/** How much two results of one person have to differ before chance and the assay no longer explain it. Fractions. */
export interface ReferenceChange {
  /** Reference change value. */
  readonly value: number;
  /** Smallest significant rise, of the earlier value. */
  readonly rise: number;
  /** Smallest significant fall, of the earlier value; below 0. */
  readonly fall: number;
  readonly withinSubject: number;
  readonly analytical: number;
}

/**
 * The reference change value `RCV = √2 · z · √(CVa² + CVi²)`, z = 1.96 (Harris EK, Yasaka T. Clin Chem
 * 1983;29:25-30; Fraser CG, Harris EK. Crit Rev Clin Lab Sci 1989;27:409-437), and the rise and fall that it stands
 * for on the logarithmic scale, `exp(±√2 · z · σ) − 1` with `σ² = ln(1 + CVa² + CVi²)` (Fokkema MR et al. Clin Chem
 * 2006;52:1602-1603). The two agree where variation is small. Where it is large only the second can be met by a fall,
 * which never exceeds 100 %; and there a rise and the fall back count alike.
 * @param variation coefficients of variation in per cent
 */
export function referenceChange({ withinSubject, analytical }: QuantityVariation): ReferenceChange {
  const [within, assay] = [withinSubject / PER_CENT, analytical / PER_CENT];
  const variance = within ** 2 + assay ** 2;
  const spread = Math.SQRT2 * Z * Math.sqrt(Math.log1p(variance));
  return {
    value: Math.SQRT2 * Z * Math.sqrt(variance),
    rise: Math.expm1(spread),
    fall: Math.expm1(-spread),
    withinSubject: within,
    analytical: assay,
  };
}

/** Whether a change from `earlier` to `later` is more than chance and the assay make of it; both above 0. */
export function isSignificant(earlier: number, later: number, { rise }: ReferenceChange): boolean {
  return Math.abs(Math.log(later / earlier)) > Math.log1p(rise);
}
