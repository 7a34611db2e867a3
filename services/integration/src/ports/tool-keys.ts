import { type LtiKeySet } from '@openrounds/contracts';
import { type ToolKey } from '@openrounds/lti';

/** The keys of this installation, by which platforms know what we signed. */
export interface ToolKeys {
  /** The one that signs. */
  current(): Promise<ToolKey>;
  /** Public parts of all of them: the next one is published before it signs, the last one after. */
  published(): Promise<LtiKeySet>;
}
export const TOOL_KEYS = Symbol('ToolKeys');
