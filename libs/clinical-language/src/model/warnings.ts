import { type Unmatched } from '@openrounds/contracts';
import { type UnderstandingWarning, type WarningCode } from './understanding';

/** A warning by its code; sentences are made where it is shown. */
export function warn(code: WarningCode, where?: Unmatched, findingId?: string): UnderstandingWarning {
  return { code, ...(findingId === undefined ? {} : { findingId }), ...where };
}
