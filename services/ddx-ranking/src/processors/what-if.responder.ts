import { type WhatIfPayload, type WhatIfResult } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { WhatIf } from '../use-cases/what-if';

/** Tells how the list of a run would be if some findings were otherwise. */
@Handles('ddx-ranking-interactive', 'what-if.v1')
export class WhatIfResponder {
  constructor(private readonly whatIf: WhatIf) {}

  answer({ meta, runId, change, topN }: WhatIfPayload): Promise<WhatIfResult> {
    return answerWithKnowledge(() => this.whatIf.execute(meta.tenantId, runId, change, topN));
  }
}
