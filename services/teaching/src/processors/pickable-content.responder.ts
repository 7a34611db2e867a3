import { type PickableContentPayload, type PickablePage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ListPickable } from '../use-cases/list-pickable';
import { sealAssignmentPage } from './seal-assignment';

/** Lists what another system can link to. */
@Handles('teaching-interactive', 'pickable-content.v1')
export class PickableContentResponder {
  constructor(
    private readonly listPickable: ListPickable,
    private readonly sealer: Sealer,
  ) {}

  async answer(wanted: PickableContentPayload): Promise<PickablePage> {
    const page = await answerWithKnowledge(() => this.listPickable.execute(wanted));
    return sealAssignmentPage(page, wanted.meta, this.sealer);
  }
}
