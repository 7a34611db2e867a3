import { type GuidelineDocuments, type ListGuidelineDocumentsPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageDocuments } from '../use-cases/manage-documents';

/** Lists a tenant's own documents. */
@Handles('guideline-retrieval-interactive', 'list-guideline-documents.v1')
export class ListGuidelineDocumentsResponder {
  constructor(private readonly documents: ManageDocuments) {}

  answer(payload: ListGuidelineDocumentsPayload): Promise<GuidelineDocuments> {
    return this.documents.list(payload);
  }
}
