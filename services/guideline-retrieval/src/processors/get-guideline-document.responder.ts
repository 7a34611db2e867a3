import { type GetGuidelineDocumentPayload, type GuidelineDocument } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageDocuments } from '../use-cases/manage-documents';

/** Reads one of a tenant's own documents. */
@Handles('guideline-retrieval-interactive', 'get-guideline-document.v1')
export class GetGuidelineDocumentResponder {
  constructor(private readonly documents: ManageDocuments) {}

  answer(payload: GetGuidelineDocumentPayload): Promise<GuidelineDocument> {
    return this.documents.read(payload);
  }
}
