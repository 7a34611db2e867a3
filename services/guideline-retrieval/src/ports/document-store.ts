import {
  type AppendRecordPayload,
  type DocumentPassage,
  type GuidelineDocument,
  type GuidelineImport,
} from '@openrounds/contracts';

/** What is known of a document when it comes. */
export type NewDocument = Omit<GuidelineDocument, 'status' | 'supersededBy' | 'createdAt' | 'withdrawnAt'>;

/** A document, and whether all its passages have come. */
export interface StoredDocument {
  readonly document: GuidelineDocument;
  readonly complete: boolean;
}

/** A document that is withdrawn: what it was, without what is said of it. */
export type StoodDocument = Pick<GuidelineDocument, 'id' | 'sha256' | 'passages' | 'supersedes'>;

/** A passage with its place in the document, from 0. */
export interface StoredPassage extends DocumentPassage {
  readonly documentId: string;
  readonly place: number;
  readonly sha256: string;
}

/** The documents that tenants imported; every call names the tenant. */
export interface DocumentStore {
  /**
   * Keeps a new document, to which passages are added. One that stands with the same bytes, or has the same id, is given back as
   * it is; so is one that is arriving, where it is described and split as this one. Otherwise that one was broken off: it is let
   * go with its passages.
   */
  add(tenantId: string, document: NewDocument, at: Date): Promise<StoredDocument>;
  /**
   * Adds passages, in the place of those that came before for it, and says so where the document is complete by them; then
   * nothing changes any more. Undefined: there is no such document.
   */
  addPassages(
    tenantId: string,
    passages: readonly StoredPassage[],
    at: Date,
  ): Promise<StoredDocument | undefined>;
  /** A complete document. */
  find(tenantId: string, documentId: string): Promise<GuidelineDocument | undefined>;
  /** Complete documents, the newest first. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<GuidelineDocument[]>;
  /** Documents of which passages are still missing, the newest first. */
  arriving(tenantId: string, limit: number): Promise<GuidelineImport[]>;
  /** Those that are searched: complete and not withdrawn, in the order of their ids. */
  standing(tenantId: string): Promise<GuidelineDocument[]>;
  /** All passages of documents, in their order. */
  passagesOf(tenantId: string, documentIds: readonly string[]): Promise<StoredPassage[]>;
  /** Passages of a document from one place to another, both included. */
  passagesAt(tenantId: string, documentId: string, from: number, to: number): Promise<StoredPassage[]>;
  /**
   * Takes a complete document out of the search; its passages stay.
   *
   * @param recordOf what the log is told of a document that stood, by the same transaction
   * @returns false where there is none
   */
  withdraw(
    tenantId: string,
    documentId: string,
    at: Date,
    recordOf: (document: StoodDocument) => AppendRecordPayload,
  ): Promise<boolean>;
}
export const DOCUMENT_STORE = Symbol('DocumentStore');
