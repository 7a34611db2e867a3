import {
  SEAL_PLACES,
  SpokenSentences,
  type AddedFindings,
  type AddedFindingsPayload,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { FindAdded } from '../use-cases/find-added';

/** Tells which sentences add a finding to what they were said of. */
@Handles('case-intake-interactive', 'added-findings.v1')
export class AddedFindingsResponder {
  constructor(
    private readonly findAdded: FindAdded,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roleRequestId, knowledge, sealed }: AddedFindingsPayload): Promise<AddedFindings> {
    const place = SEAL_PLACES.spokenSentences(meta.tenantId, roleRequestId);
    const sentences = this.sealer.open(sealed, place, SpokenSentences);
    return { added: await answerWithKnowledge(() => this.findAdded.execute(knowledge, sentences)) };
  }
}
