import { type GuidelineImports, type ListGuidelineImportsPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageDocuments } from '../use-cases/manage-documents';

/** Tells how far a tenant's imports are. */
@Handles('guideline-retrieval-interactive', 'list-guideline-imports.v1')
export class ListGuidelineImportsResponder {
  constructor(private readonly documents: ManageDocuments) {}

  answer(payload: ListGuidelineImportsPayload): Promise<GuidelineImports> {
    return this.documents.imports(payload);
  }
}
