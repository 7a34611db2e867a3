import { type AddGuidelineDocumentPayload, type ArrivingDocument } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ImportDocument } from '../use-cases/import-document';

/** Begins the import of a document. */
@Handles('guideline-retrieval-interactive', 'add-guideline-document.v1')
export class AddGuidelineDocumentResponder {
  constructor(private readonly documents: ImportDocument) {}

  answer(payload: AddGuidelineDocumentPayload): Promise<ArrivingDocument> {
    return this.documents.begin(payload);
  }
}
