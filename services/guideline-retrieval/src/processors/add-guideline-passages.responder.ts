import { type AddGuidelinePassagesPayload, type ArrivingDocument } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ImportDocument } from '../use-cases/import-document';

/** Adds passages to a document that is being imported. */
@Handles('guideline-retrieval-interactive', 'add-guideline-passages.v1')
export class AddGuidelinePassagesResponder {
  constructor(private readonly documents: ImportDocument) {}

  answer(payload: AddGuidelinePassagesPayload): Promise<ArrivingDocument> {
    return this.documents.go(payload);
  }
}
