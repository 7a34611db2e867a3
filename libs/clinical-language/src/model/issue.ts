/** Everything that can be clinically wrong with a coded case or a correction of one. Closed: clients switch on it. */
export type ClinicalIssueCode =
  | 'finding-missing'
  | 'unknown-finding'
  | 'unknown-code-system'
  | 'unmapped-code'
  | 'not-a-finding'
  | 'presence-missing'
  | 'presence-not-allowed'
  | 'value-missing'
  | 'value-not-allowed'
  | 'unknown-state'
  | 'not-a-quantity'
  | 'unit-missing'
  | 'unit-unknown'
  | 'unit-not-convertible'
  | 'value-impossible'
  | 'value-out-of-intervals'
  | 'certainty-out-of-range'
  | 'age-impossible'
  | 'unknown-lab'
  | 'lab-value-not-allowed'
  | 'contradiction-presence'
  | 'contradiction-state'
  | 'contradiction-is-a'
  | 'contradiction-correction'
  | 'span-outside-text'
  | 'nothing-read-there'
  | 'several-read-there'
  | 'finding-not-in-case';

/** One clinical fault of a coded case, or of a correction. */
export interface ClinicalIssue {
  /** JSON pointer (RFC 6901) into the case, or into what corrects it. */
  readonly pointer: string;
  readonly code: ClinicalIssueCode;
  /** English, without personal data. */
  readonly message: string;
  /** Of a contradiction: JSON pointer of the statement that it contradicts. */
  readonly conflictsWith?: string;
}
