import { type SmartFault } from '@openrounds/contracts';

/** What an EHR sent, or a browser brought, is not what SMART App Launch asks for. */
export class SmartRefused extends Error {
  override readonly name = 'SmartRefused';

  constructor(
    readonly code: SmartFault,
    /** What exactly; for the log and for administrators. Never a value that was sent. */
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
