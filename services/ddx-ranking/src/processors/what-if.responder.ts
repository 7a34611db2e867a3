import { type QUEUES, type WhatIf as Payload, type WhatIfResult } from '@openrounds/contracts';
import { type Responder } from '@openrounds/queue';
import { answerWithKnowledge } from '@openrounds/run-flow';
import { type WhatIf } from '../use-cases/what-if';

export class WhatIfResponder implements Responder<typeof QUEUES, 'ddx-ranking-interactive', 'what-if.v1'> {
  readonly queue = 'ddx-ranking-interactive';
  readonly job = 'what-if.v1';

  constructor(private readonly whatIf: WhatIf) {}

  answer({ meta, runId, change, topN }: Payload): Promise<WhatIfResult> {
    return answerWithKnowledge(() => this.whatIf.execute(meta.tenantId, runId, change, topN));
  }
}
