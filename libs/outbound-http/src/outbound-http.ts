/** What a request is for: stands in the log line, and so that each has a name. */
export type OutboundPurpose =
  | 'lti-configuration'
  | 'lti-registration'
  | 'lti-keys'
  | 'lti-token'
  | 'lti-column'
  | 'lti-result'
  | 'lti-roster'
  | 'lti-score'
  | 'ehr-keys'
  | 'ehr-metadata'
  | 'smart-configuration'
  | 'smart-token'
  | 'fhir-read'
  | 'cmi5-token'
  | 'xapi-state'
  | 'xapi-profile'
  | 'xapi-statement'
  | 'xapi-about'
  | 'guideline-embeddings';

/** A request to a host that is not ours. */
export interface OutboundRequest {
  readonly purpose: OutboundPurpose;
  /** Absolute, https. */
  readonly url: string;
  /** GET unless told otherwise. */
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Names in small letters. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes as they are sent; its type stands in `headers`. */
  readonly body?: string;
  /** Less time than usual, for all of it. */
  readonly totalMs?: number;
  /** Another size of the answer than usual. */
  readonly maxBytes?: number;
}

/** An answer of whatever status, a redirection excepted. */
export interface OutboundAnswer {
  /** HTTP status, 200–299 or 400–599. */
  readonly status: number;
  /** Names in small letters; a header that was sent more than once is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the JSON of the body says; undefined where there is none. An answer of success has JSON or is empty. */
  readonly json: unknown;
  /** The beginning of an error that came as plain text. */
  readonly text?: string;
}

/** What is logged of a request: never a body, a token or a query. */
export interface OutboundRecord {
  readonly purpose: OutboundPurpose;
  readonly host: string;
  /** HTTP status, or the code of the fault. */
  readonly outcome: number | string;
  readonly milliseconds: number;
}

/** Asks hosts that are not ours. */
export interface OutboundHttp {
  /** @throws OutboundFault if the host may not be asked, or gives no answer that may be read */
  ask(request: OutboundRequest): Promise<OutboundAnswer>;
}
