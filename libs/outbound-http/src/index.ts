/** The one way to hosts that are not ours: what may be asked, how long, how much; ADR 0071. */
export { OutboundFault, type OutboundFaultCode } from './outbound-fault';
export {
  type OutboundAnswer,
  type OutboundHttp,
  type OutboundPurpose,
  type OutboundRecord,
  type OutboundRequest,
} from './outbound-http';
export { createOutboundHttp, type OutboundSettings, type RegisteredHost } from './outbound-client';
export { type ResolveHost } from './resolve-host';
