import { type EhrCheckStep, type EhrClient } from '@openrounds/contracts';

/** Asks a training EHR what it must be able to answer. */
export interface EhrProbe {
  /** Its key set: whether one of its keys could verify a token. */
  keys(client: EhrClient): Promise<EhrCheckStep>;
  /** What its FHIR server says of itself: whether it is R4. */
  fhir(client: EhrClient): Promise<EhrCheckStep>;
  /** Whether it can be launched from as SMART App Launch 2 asks, with PKCE. */
  smart(client: EhrClient): Promise<EhrCheckStep>;
}
export const EHR_PROBE = Symbol('EhrProbe');
