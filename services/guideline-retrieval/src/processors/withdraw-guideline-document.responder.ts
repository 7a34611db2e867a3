import { type WithdrawGuidelineDocumentPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageDocuments } from '../use-cases/manage-documents';

/** Takes a document out of the search. */
@Handles('guideline-retrieval-interactive', 'withdraw-guideline-document.v1')
export class WithdrawGuidelineDocumentResponder {
  constructor(private readonly documents: ManageDocuments) {}

  async answer(payload: WithdrawGuidelineDocumentPayload): Promise<null> {
    await this.documents.withdraw(payload);
    return null;
  }
}
