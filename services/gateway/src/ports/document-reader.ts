import { type DocumentMediaType } from '@openrounds/contracts';
import { type ReadDocument } from '@openrounds/guideline-import';

/** Reads files that come from outside. */
export interface DocumentReader {
  /**
   * A document as passages.
   *
   * @throws DomainError `unsupported-media-type`, `too-large` or `invalid-request` with the field, for a file that is not taken;
   *   `overloaded` where too many wait
   */
  read(bytes: Uint8Array, mediaType: DocumentMediaType): Promise<ReadDocument>;
}
export const DOCUMENT_READER = Symbol('DocumentReader');
