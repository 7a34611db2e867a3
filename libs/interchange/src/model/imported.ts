import { type CaseInput, type Masked, type RejectionCode } from '@openrounds/contracts';

/** What a sentence about a rejection may name: codes and ids, never text of the document. */
export interface RejectionDetail {
  /** A code that is well-formed in its terminology, with the terminology's name: "LOINC 718-7". */
  readonly coding?: string;
  readonly findingId?: string;
  /** The kind of resource or section that is not used. */
  readonly kind?: string;
  /** Pointer of what was kept instead. */
  readonly kept?: string;
}

/** One thing that was left out of the case. Sentences are made elsewhere. */
export interface Rejection {
  /** JSON pointer (RFC 6901) into the document. */
  readonly pointer: string;
  readonly code: RejectionCode;
  readonly detail: RejectionDetail;
  /** Line of a table, from 1. */
  readonly line?: number;
}

/** A document as a case. */
export interface Imported {
  /** May hold no finding and no laboratory value: then nothing of the document could be used. */
  readonly case: CaseInput;
  /** What was left out, in the order of the document. */
  readonly rejected: readonly Rejection[];
  /** Identities that the document held and the case does not. */
  readonly withheld: readonly Masked[];
}

export interface ImportOptions {
  /** Day of the import: the age is told for it where the document has no date, and dates are shifted towards it. */
  readonly today: Date;
}

/** Why a whole document cannot be read. */
export type NotImportableCode =
  | 'not-csv'
  | 'not-fhir'
  | 'not-a-phenopacket'
  | 'version'
  | 'no-columns'
  | 'too-many';

/** The document is not what it should be; no part of it was read. */
export class NotImportable extends Error {
  constructor(
    readonly code: NotImportableCode,
    message: string,
    readonly pointer = '',
  ) {
    super(message);
    this.name = 'NotImportable';
  }
}
