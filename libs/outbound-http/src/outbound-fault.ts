/** Why there is no answer; a closed set, for callers to switch on. */
export type OutboundFaultCode =
  /** Not an https URL, or one with a user name or a fragment. */
  | 'url-refused'
  /** One of the addresses of the host is not a public one. */
  | 'address-refused'
  /** Behind a proxy, which resolves names itself, only hosts of registrations are asked. */
  | 'host-not-registered'
  | 'unknown-host'
  | 'unreachable'
  /** The certificate is not one that this machine trusts, or not of this host. */
  | 'certificate'
  | 'timeout'
  /** The connection ended before the answer did. */
  | 'broken-off'
  | 'redirected'
  | 'too-large'
  | 'not-json';

/** Faults that the same request may not meet later. */
const PASSING: ReadonlySet<OutboundFaultCode> = new Set([
  'unknown-host',
  'unreachable',
  'timeout',
  'broken-off',
]);

/** Thrown by every request without an answer. The message names host and code: URLs may hold tokens. */
export class OutboundFault extends Error {
  override readonly name = 'OutboundFault';

  constructor(
    readonly code: OutboundFaultCode,
    readonly host: string,
    /** A connection stood, so that the other side may have read the request and done what it asks. */
    readonly mayHaveArrived = false,
  ) {
    super(`request to ${host}: ${code}`);
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return PASSING.has(this.code);
  }
}
