import { Inject } from '@nestjs/common';
import { type ReviseRunPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReviseRun } from '../use-cases/revise-run';

/** Revises a run by what a language model read, once. The run that is revised has ended and waits for nothing. */
@Handles('gateway', 'revise-run.v1')
export class ReviseRunProcessor {
  constructor(@Inject(ReviseRun) private readonly revise: Pick<ReviseRun, 'execute'>) {}

  async handle({ meta, runId }: ReviseRunPayload): Promise<null> {
    await this.revise.execute(meta, runId);
    return null;
  }
}
