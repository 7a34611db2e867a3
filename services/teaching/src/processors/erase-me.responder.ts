import { type EraseMePayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { EraseMe } from '../use-cases/erase-me';

/** Erases a learner. */
@Handles('teaching-interactive', 'erase-me.v1')
export class EraseMeResponder {
  constructor(private readonly eraseMe: EraseMe) {}

  async answer({ meta, by, of }: EraseMePayload): Promise<null> {
    await this.eraseMe.execute(meta, by, of);
    faultPoint('teaching:erase-me');
    return null;
  }
}
