import { type DocumentMediaType } from '@openrounds/contracts';
import { type ReadDocument } from '@openrounds/guideline-import';

/** Reads files that come from outside. */
export interface DocumentReader {
  /**
   * A document as passages.
   *
   * @param tenantId whose file it is; each has one place
   * @throws DomainError `unsupported-media-type`, `too-large` or `invalid-request` with the field, for a file that is not taken;
   *   `overloaded` where one of the tenant's is being read or too many wait, `dependency-unavailable` where the gateway ends
   */
  read(tenantId: string, bytes: Uint8Array, mediaType: DocumentMediaType): Promise<ReadDocument>;
}
export const DOCUMENT_READER = Symbol('DocumentReader');
