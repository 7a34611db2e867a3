import { type WithdrawGuidelineDocumentPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ManageDocuments } from '../use-cases/manage-documents';

/** Takes a document out of the search, and has the log say so. */
@Handles('guideline-retrieval-interactive', 'withdraw-guideline-document.v1')
export class WithdrawGuidelineDocumentResponder {
  constructor(private readonly documents: ManageDocuments) {}

  async answer(payload: WithdrawGuidelineDocumentPayload): Promise<null> {
    await this.documents.withdraw(payload);
    faultPoint('guideline-retrieval:withdraw-document');
    return null;
  }
}
