import { type ExportMePayload, type ExportMeResult } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ExportMe } from '../use-cases/export-me';
import { sealPeople } from './seal-people';

/** Gives out a page of what is held of a learner. */
@Handles('teaching-interactive', 'export-me.v1')
export class ExportMeResponder {
  constructor(
    private readonly exportMe: ExportMe,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, from, of }: ExportMePayload): Promise<ExportMeResult> {
    const { lines, next } = await this.exportMe.execute(meta.tenantId, by, from, of);
    return { ...sealPeople(lines, meta, this.sealer), next };
  }
}
