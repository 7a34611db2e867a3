import { type EngineParameters } from '../model/parameters';

/**
 * @throws RangeError naming every parameter that lies outside the range in which the model is defined
 */
export function checkParameters({ alpha, T, nu, rho, upsilon, piOther }: EngineParameters): void {
  const faults = [
    alpha > 0 && alpha <= 1 ? null : `alpha ${alpha} is not in (0, 1]`,
    T > 0 && Number.isFinite(T) ? null : `T ${T} is not > 0`,
    nu > 0 && nu <= 1 ? null : `nu ${nu} is not in (0, 1]`,
    rho >= 0 && rho <= 1 ? null : `rho ${rho} is not in [0, 1]`,
    upsilon > 0 && upsilon <= 1 ? null : `upsilon ${upsilon} is not in (0, 1]`,
    piOther > 0 && piOther < 1 ? null : `piOther ${piOther} is not in (0, 1)`,
  ].filter((fault) => fault !== null);
  if (faults.length > 0) throw new RangeError(`engine parameters: ${faults.join('; ')}`);
}
