/** Everything that can be clinically wrong with a coded case. Closed: clients switch on it. */
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
  | 'pregnancy-impossible'
  | 'unknown-lab'
  | 'lab-value-not-allowed'
  | 'contradiction-presence'
  | 'contradiction-state'
  | 'contradiction-is-a';

/** One clinical fault of a coded case. */
export interface ClinicalIssue {
  /** JSON pointer (RFC 6901) into the case. */
  readonly pointer: string;
  readonly code: ClinicalIssueCode;
  /** English, without personal data. */
  readonly message: string;
  /** Of a contradiction: JSON pointer of the statement that it contradicts. */
  readonly conflictsWith?: string;
}
