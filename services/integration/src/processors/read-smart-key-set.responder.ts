import { Inject } from '@nestjs/common';
import { type SmartKeySet } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { SMART_KEYS, type SmartKeys } from '../ports/smart-keys';

/** Our public keys, for training EHRs. */
@Handles('integration-interactive', 'read-smart-key-set.v1')
export class ReadSmartKeySetResponder {
  constructor(@Inject(SMART_KEYS) private readonly keys: Pick<SmartKeys, 'published'>) {}

  answer(): Promise<SmartKeySet> {
    return this.keys.published();
  }
}
