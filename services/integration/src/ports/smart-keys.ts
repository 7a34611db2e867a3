import { type SmartKeySet } from '@openrounds/contracts';
import { type SmartKey } from '@openrounds/smart';

/** The keys of this installation, by which training EHRs know it. */
export interface SmartKeys {
  /** The one that signs. */
  current(): Promise<SmartKey>;
  /** Public parts of all of them: the next one is published before it signs, the last one after. */
  published(): Promise<SmartKeySet>;
}
export const SMART_KEYS = Symbol('SmartKeys');
