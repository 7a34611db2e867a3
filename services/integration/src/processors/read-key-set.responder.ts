import { Inject } from '@nestjs/common';
import { type LtiKeySet } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { TOOL_KEYS, type ToolKeys } from '../ports/tool-keys';

/** Our public keys. */
@Handles('integration-interactive', 'read-key-set.v1')
export class ReadKeySetResponder {
  constructor(@Inject(TOOL_KEYS) private readonly keys: Pick<ToolKeys, 'published'>) {}

  answer(): Promise<LtiKeySet> {
    return this.keys.published();
  }
}
