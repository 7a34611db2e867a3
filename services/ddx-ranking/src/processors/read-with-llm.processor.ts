import { Inject } from '@nestjs/common';
import { type Queues, type ReadWithLlmPayload, type RunReading } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { type JobContext } from '@openrounds/queue';
import { Handles, permanently, RunReporter } from '@openrounds/run-flow';
import { ListsFirst } from '../use-cases/lists-first';
import { ReadWithLlm } from '../use-cases/read-with-llm';
import { decideFault } from './decide-fault';

/** Has the texts of a run read by the language model as well. It may fail without failing the run: that is then `degraded`. */
@Handles('ddx-ranking-llm', 'read-with-llm.v1')
export class ReadWithLlmProcessor {
  constructor(
    @Inject(ReadWithLlm) private readonly read: Pick<ReadWithLlm, 'execute'>,
    @Inject(RunReporter) private readonly reporter: Pick<RunReporter, 'progressed'>,
    @Inject(ListsFirst) private readonly lists: Pick<ListsFirst, 'giveWay'>,
  ) {}

  handle({ meta }: ReadWithLlmPayload, { signal }: Pick<JobContext<Queues>, 'signal'>): Promise<RunReading> {
    return permanently(async () => {
      const result = await this.lists
        .giveWay(meta.acceptedAt)
        .then(() => this.read.execute(meta, signal))
        .catch(decideFault);
      faultPoint('ddx-ranking:read-with-llm');
      await this.reporter.progressed(meta, { type: 'reading', result });
      return result;
    });
  }
}
